/** Module 2: an edge cache, a nearby copy of a far origin. */
@NullMarked
package edgecraft.edge;

import org.jspecify.annotations.NullMarked;
