/** A module of one check, to be graded for real. */
@NullMarked
package edgecraft.workshop.tiny;

import org.jspecify.annotations.NullMarked;
