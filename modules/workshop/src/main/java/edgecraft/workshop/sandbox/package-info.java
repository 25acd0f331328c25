/** A prison for subjects, on Linux: bubblewrap and what it takes to rely on it. */
@NullMarked
package edgecraft.workshop.sandbox;

import org.jspecify.annotations.NullMarked;
