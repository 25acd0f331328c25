package edgecraft.edge;

import edgecraft.workshop.proof.ModuleProof;

/** Proves the checks of module 2. */
class EdgeProofTest extends ModuleProof {

    EdgeProofTest() {
        super("2-edge-cache");
    }
}
