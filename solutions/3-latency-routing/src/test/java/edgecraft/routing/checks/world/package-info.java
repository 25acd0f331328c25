/** An hour of the world that a router works in: who asks, what the ways to the edges take, and how well everybody fared. */
@NullMarked
package edgecraft.routing.checks.world;

import org.jspecify.annotations.NullMarked;
