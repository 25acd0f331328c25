/** Module 3: a router, which sends every viewer to the edge that answers soonest. */
@NullMarked
package edgecraft.routing;

import org.jspecify.annotations.NullMarked;
