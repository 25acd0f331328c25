package edgecraft.origin;

import edgecraft.workshop.proof.ShelfProof;

class OriginShelfTest extends ShelfProof {

    OriginShelfTest() {
        super("1-origin");
    }
}
