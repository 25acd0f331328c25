package edgecraft.workshop.check;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.ClosedPort;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.EdgeStubs;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import java.time.InstantSource;

/** What stands around the instances of one check. Each is made when first asked for. */
public interface Fixtures {

    /** The bucket of this check. */
    Bucket bucket();

    /** One more bucket, which nobody else has. */
    Bucket anotherBucket();

    /** The line between the instances of this check and its bucket, for those whose settings have its endpoint. */
    BucketLink link();

    /** The origin of this check. */
    OriginStub origin();

    /** One more origin, which nobody else has. */
    OriginStub anotherOrigin();

    /** The edges of this check, for a router. */
    EdgeStubs edges();

    /** A port that nobody listens at, for as long as this check runs. */
    ClosedPort closedPort();

    /** What time it is in this check: for its fixtures, and for every instance. It stands still but for {@link Instance#advance}. */
    InstantSource clock();

    /** How slow the machine is: for every wait in real time that is not the fixtures' own. */
    Pace pace();

    /** Everything that happened in this check so far. */
    Conversation conversation();

    /** Names and bytes for this check, the same for the same seed. */
    Randoms randoms();
}
