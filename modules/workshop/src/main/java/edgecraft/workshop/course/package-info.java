/** What there is to learn: modules, steps, checks, and how far a learner has come. */
@NullMarked
package edgecraft.workshop.course;

import org.jspecify.annotations.NullMarked;
