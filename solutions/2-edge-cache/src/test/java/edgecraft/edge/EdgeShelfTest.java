package edgecraft.edge;

import edgecraft.workshop.proof.ShelfProof;

class EdgeShelfTest extends ShelfProof {

    EdgeShelfTest() {
        super("2-edge-cache");
    }
}
