package edgecraft.workshop.tiny;

import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Scene;
import java.util.List;

/** Nothing stands around the server. */
public final class TinyScene implements Scene<String> {

    @Override
    public String server() {
        return "tiny";
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
