/** Proofs that the judge judges right. */
@NullMarked
package edgecraft.workshop.proof;

import org.jspecify.annotations.NullMarked;
