/** The proof of module 1. */
@NullMarked
package edgecraft.origin;

import org.jspecify.annotations.NullMarked;
