/** The hidden checks of module 4. */
@NullMarked
package edgecraft.access.checks;

import org.jspecify.annotations.NullMarked;
