/** Grades what others handed in. */
@NullMarked
package edgecraft.workshop.grade;

import org.jspecify.annotations.NullMarked;
