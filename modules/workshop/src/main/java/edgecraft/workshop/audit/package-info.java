/** The audit: judges all cases of the proofs, keeps what came of them, and tells how far the judge can be trusted. */
@NullMarked
package edgecraft.workshop.audit;

import org.jspecify.annotations.NullMarked;
