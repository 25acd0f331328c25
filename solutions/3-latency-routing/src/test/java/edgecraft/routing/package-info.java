/** The proof of module 3. */
@NullMarked
package edgecraft.routing;

import org.jspecify.annotations.NullMarked;
