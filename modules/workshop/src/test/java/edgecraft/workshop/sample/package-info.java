/** A module whose server comes to nothing, and checks of it, for tests of the judge. */
@NullMarked
package edgecraft.workshop.sample;

import org.jspecify.annotations.NullMarked;
