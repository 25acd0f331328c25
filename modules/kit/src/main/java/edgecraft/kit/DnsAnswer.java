package edgecraft.kit;

import java.time.Duration;
import java.util.List;

/** What you say to a {@link DnsQuestion}. It is sent as you say it, right or wrong. */
public sealed interface DnsAnswer {

    /**
     * The name has these addresses.
     *
     * @param addresses sent in this order
     * @param ttl how long a resolver may keep the answer, in whole seconds
     * @param scope for whom it may use the answer: for everybody whose address begins with the same so many bits as the question's
     *     client subnet (RFC 7871 §7.2.1), at most 32 for IPv4 and 128 for IPv6. Not sent if the question had none
     */
    record Addresses(List<IpAddress> addresses, Duration ttl, int scope) implements DnsAnswer {

        public Addresses {
            addresses = List.copyOf(addresses);
        }
    }

    /** There is such a name, but it has nothing of the type that was asked for. */
    record NoData() implements DnsAnswer {}

    /** There is no such name. */
    record NoSuchName() implements DnsAnswer {}
}
