package edgecraft.workshop.sample;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.host.TimeMark;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Scene;
import java.time.Duration;
import java.util.List;

/** A server with an origin behind it that it asks nothing. */
public final class ClockScene implements Scene<EdgeSettings> {

    @Override
    public String server() {
        return "clock";
    }

    @Override
    public EdgeSettings settings(Fixtures fixtures) {
        return new EdgeSettings(
                "clock",
                fixtures.origin().uri(),
                null,
                CachePolicy.ordinary(),
                0,
                1,
                Duration.ofSeconds(30),
                "no secret",
                new TimeMark());
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        return List.of("/");
    }
}
