/** Tests of what proofs are made of. */
@NullMarked
package edgecraft.workshop.proof;

import org.jspecify.annotations.NullMarked;
