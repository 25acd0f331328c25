/** The hidden checks of module 1. */
@NullMarked
package edgecraft.origin.checks;

import org.jspecify.annotations.NullMarked;
