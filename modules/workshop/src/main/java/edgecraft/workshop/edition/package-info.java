/** The learners' edition: made, recognised, replaced by a newer one. */
@NullMarked
package edgecraft.workshop.edition;

import org.jspecify.annotations.NullMarked;
