/** The proof of module 4. */
@NullMarked
package edgecraft.access;

import org.jspecify.annotations.NullMarked;
