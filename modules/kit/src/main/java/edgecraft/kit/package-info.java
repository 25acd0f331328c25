/** What learners program against: the exercise, its settings, time, and a server without surprises. */
@NullMarked
package edgecraft.kit;

import org.jspecify.annotations.NullMarked;
