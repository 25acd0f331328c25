package edgecraft.kit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A network that viewers are in.
 *
 * @param prefix its addresses. Networks lie in one another: a provider's {@code 10.7.0.0/16} has {@code 10.7.3.0/24} in it
 * @param location where it is; null if nobody knows
 */
public record Network(IpPrefix prefix, @Nullable Location location) implements Serializable {}
