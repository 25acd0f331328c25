package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the router is asked by DNS (step 3.10).
 *
 * @param name the name that stands for all edges, in lower case, with the dot at its end: {@code www.cdn.example.}
 * @param ttl how long an answer may be kept
 */
public record DnsZone(String name, Duration ttl) implements Serializable {}
