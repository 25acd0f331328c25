package edgecraft.access;

import edgecraft.workshop.proof.ShelfProof;

class AccessShelfTest extends ShelfProof {

    AccessShelfTest() {
        super("4-secure-origin-access");
    }
}
