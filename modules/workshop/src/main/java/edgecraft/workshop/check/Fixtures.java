package edgecraft.workshop.check;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Randoms;

/** What stands around the instances of one check. Each is made when first asked for. */
public interface Fixtures {

    /** The bucket of this check. */
    Bucket bucket();

    /** One more bucket, which nobody else has. */
    Bucket anotherBucket();

    /** Everything that happened in this check so far. */
    Conversation conversation();

    /** Names and bytes for this check, the same for the same seed. */
    Randoms randoms();
}
