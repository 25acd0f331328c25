package edgecraft.routing;

import edgecraft.workshop.proof.ShelfProof;

class RouterShelfTest extends ShelfProof {

    RouterShelfTest() {
        super("3-latency-routing");
    }
}
