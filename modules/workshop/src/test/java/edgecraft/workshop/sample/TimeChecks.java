package edgecraft.workshop.sample;

import static edgecraft.fixtures.Expect.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Pace;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks of a server that knows what time it is, and of the origin behind it. */
@Step("9.2")
public final class TimeChecks {

    /** How often {@code late-answer} ran. */
    public static final AtomicInteger LATE = new AtomicInteger();

    @Check(id = "late-answer", title = "an answer that comes on slow machines only", reference = "none")
    void lateAnswer(OriginStub origin, Fixtures fixtures) {
        LATE.incrementAndGet();
        if (fixtures.pace().equals(Pace.ORDINARY)) {
            origin.line().isSilent();
            try (Viewer hasty = new Viewer(origin::uri, "origin", fixtures.conversation(), Duration.ofMillis(50))) {
                hasty.get("/");
            }
        }
    }

    @Check(id = "together", title = "whatever has started moves together", reference = "none")
    void together(Instance<EdgeSettings> clock, Fixtures fixtures) {
        Instant began = fixtures.clock().instant();
        Instance<EdgeSettings> second = clock.another(new ClockScene().settings(fixtures));
        assertThat(clock.viewer().get("/")).hasText(began + ", hour 0");
        assertThat(second.viewer().get("/")).hasText(began + ", hour 0");

        second.advance(Duration.ofHours(2));

        Instant then = began.plus(Duration.ofHours(2));
        assertThat(fixtures.clock().instant()).isEqualTo(then);
        assertThat(clock.viewer().get("/")).hasText(then + ", hour 2");
        assertThat(second.viewer().get("/")).hasText(then + ", hour 2");
    }

    @Check(id = "late", title = "whatever starts later starts at the present time", reference = "none")
    void late(Instance<EdgeSettings> clock, Fixtures fixtures) {
        clock.advance(Duration.ofHours(2));
        Instant then = fixtures.clock().instant();
        assertThat(clock.viewer().get("/")).hasText(then + ", hour 0");
    }

    @Check(id = "stopped", title = "a server that is stopped answers nobody, and time goes on", reference = "none")
    void stopped(Instance<EdgeSettings> clock, Fixtures fixtures) {
        Instance<EdgeSettings> second = clock.another(new ClockScene().settings(fixtures));
        assertThat(clock.viewer().get("/")).hasStatus(200);
        assertThat(second.viewer().get("/")).hasStatus(200);

        clock.stop();

        clock.advance(Duration.ofHours(2));
        assertThat(second.viewer().get("/")).hasText(fixtures.clock().instant() + ", hour 2");
        assertThatExceptionOfType(BrokenAnswerException.class)
                .isThrownBy(() -> clock.viewer().get("/"));
    }

    @Check(id = "origin", title = "an origin, the same whoever hands it out", reference = "none")
    void origin(OriginStub origin, Fixtures fixtures) {
        assertThat(fixtures.origin()).isSameAs(origin);
        assertThat(fixtures.anotherOrigin().uri()).isNotEqualTo(origin.uri());
    }

    @Check(id = "no-bucket", title = "a bucket where there is none", reference = "none")
    void noBucket(Fixtures fixtures) {
        fixtures.bucket();
    }
}
