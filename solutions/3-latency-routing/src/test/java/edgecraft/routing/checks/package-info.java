/** The hidden checks of module 3. */
@NullMarked
package edgecraft.routing.checks;

import org.jspecify.annotations.NullMarked;
