/** The workshop: its entrance and what all its parts share. */
@NullMarked
package edgecraft.workshop;

import org.jspecify.annotations.NullMarked;
