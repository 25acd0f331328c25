/** A result, told to people and to machines. */
@NullMarked
package edgecraft.workshop.report;

import org.jspecify.annotations.NullMarked;
