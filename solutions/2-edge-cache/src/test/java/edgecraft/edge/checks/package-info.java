/** The hidden checks of module 2. */
@NullMarked
package edgecraft.edge.checks;

import org.jspecify.annotations.NullMarked;
