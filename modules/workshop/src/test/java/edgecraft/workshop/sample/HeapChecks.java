package edgecraft.workshop.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Step;
import edgecraft.workshop.subject.SubjectGone;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks that ask for a server, each from another JVM. */
@Step("9.1")
public final class HeapChecks {

    /** How often {@code little} ran. */
    public static final AtomicInteger LITTLE = new AtomicInteger();

    @Check(id = "ordinary", title = "a server from the JVM that all share", reference = "none")
    void ordinary(Instance<String> server) {
        assertThat(server.uri()).isNotNull();
    }

    @Check(id = "little", title = "a server from a JVM of its own", reference = "none")
    @OwnJvm(heap = 48)
    void little(Instance<String> server) {
        LITTLE.incrementAndGet();
        assertThat(server.uri()).isNotNull();
    }

    @Check(id = "consequence", title = "something else amiss when the JVM is gone", reference = "none")
    @OwnJvm(heap = 64)
    void consequence(Instance<String> server) {
        assertThatThrownBy(server::uri).isInstanceOf(SubjectGone.class);
        throw new AssertionError("too little was asked of the bucket");
    }

    @Check(id = "port", title = "a port that is kept", reference = "none")
    void port(Fixtures fixtures) {
        assertThat(fixtures.closedPort()).isSameAs(fixtures.closedPort());
    }

    @Check(id = "link", title = "a link to the bucket, the same whoever hands it out", reference = "none")
    void link(BucketLink link, Bucket bucket, Fixtures fixtures) {
        assertThat(fixtures.link()).isSameAs(link);
        assertThat(link.endpoint()).isNotEqualTo(bucket.endpoint());
    }
}
