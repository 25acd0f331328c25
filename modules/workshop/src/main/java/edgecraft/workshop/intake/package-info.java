/** What was handed in, in whatever shape, made into modules that can be judged. Nothing of it is run or trusted. */
@NullMarked
package edgecraft.workshop.intake;

import org.jspecify.annotations.NullMarked;
