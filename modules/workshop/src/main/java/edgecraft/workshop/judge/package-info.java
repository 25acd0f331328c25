/** Runs checks against a subject and writes the verdicts. */
@NullMarked
package edgecraft.workshop.judge;

import org.jspecify.annotations.NullMarked;
