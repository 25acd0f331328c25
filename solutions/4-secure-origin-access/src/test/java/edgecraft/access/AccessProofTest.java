package edgecraft.access;

import edgecraft.workshop.proof.ModuleProof;

/** Proves the checks of module 4. */
class AccessProofTest extends ModuleProof {

    AccessProofTest() {
        super("4-secure-origin-access");
    }
}
