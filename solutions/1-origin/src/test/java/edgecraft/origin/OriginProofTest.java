package edgecraft.origin;

import edgecraft.workshop.proof.ModuleProof;

/** Proves the checks of module 1. */
class OriginProofTest extends ModuleProof {

    OriginProofTest() {
        super("1-origin");
    }
}
