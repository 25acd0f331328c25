/** What hidden checks are written with. */
@NullMarked
package edgecraft.workshop.check;

import org.jspecify.annotations.NullMarked;
