package edgecraft.kit;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One edge of the CDN, as its router knows it.
 *
 * @param id what it is called, after the airport nearby: {@code fra}. Lower-case letters and digits; no two edges share one
 * @param address where viewers reach it, without a path, for example {@code http://127.0.0.1:8080}
 * @param location where it stands
 * @param ipv4 its address for viewers who ask by DNS (step 3.10)
 * @param ipv6 the same for IPv6; null if it has none
 */
public record EdgeSite(
        String id,
        URI address,
        Location location,
        IpAddress ipv4,
        @Nullable IpAddress ipv6) implements Serializable {}
