/** The command line. */
@NullMarked
package edgecraft.workshop.cli;

import org.jspecify.annotations.NullMarked;
