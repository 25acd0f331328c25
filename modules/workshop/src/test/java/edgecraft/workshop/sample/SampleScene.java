package edgecraft.workshop.sample;

import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Scene;
import java.util.List;

/** Settings that nobody reads. */
public class SampleScene implements Scene<String> {

    @Override
    public String server() {
        return "server";
    }

    @Override
    public String settings(Fixtures fixtures) {
        return "settings";
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        return List.of();
    }
}
