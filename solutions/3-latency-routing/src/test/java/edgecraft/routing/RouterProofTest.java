package edgecraft.routing;

import edgecraft.workshop.proof.ModuleProof;

/** Proves the checks of module 3. */
class RouterProofTest extends ModuleProof {

    RouterProofTest() {
        super("3-latency-routing");
    }
}
