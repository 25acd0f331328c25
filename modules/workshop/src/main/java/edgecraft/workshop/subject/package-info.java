/** The JVM that runs the learner's code, seen from outside. */
@NullMarked
package edgecraft.workshop.subject;

import org.jspecify.annotations.NullMarked;
