/** The proof of module 2. */
@NullMarked
package edgecraft.edge;

import org.jspecify.annotations.NullMarked;
