package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Can't be made without an argument that nobody has. */
public final class Origin implements Exercise<OriginSettings> {

    private final String name;

    public Origin(String name) {
        this.name = name;
    }

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        System.out.println(name);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}
