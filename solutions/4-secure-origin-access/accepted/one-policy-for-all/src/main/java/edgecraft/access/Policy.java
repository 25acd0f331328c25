package edgecraft.access;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pass is good for, whoever has written it down: the shop, or the gate.
 *
 * @param resource which URLs
 * @param after the viewer has to come after this second, since 1970; -1 if it doesn't say
 * @param before the viewer has to come before this second begins, since 1970
 * @param network where the viewer has to come from; anywhere if it is empty
 */
record Policy(Resource resource, long after, long before, Optional<IpPrefix> network) {

    /**
     * Whether it is good for this.
     *
     * @param plain what is asked for, without the pass
     * @param viewer whom the connection comes from
     */
    Ruling<Target> judge(Target plain, IpAddress viewer, Instant now) {
        long second = now.getEpochSecond();
        return Ruling.of(plain, resource.covers(plain), Why.ELSEWHERE)
                .then(target -> Ruling.of(target, after < second && second < before, Why.NOT_NOW))
                .then(target -> Ruling.of(target, isFromThere(viewer), Why.OTHER_NETWORK));
    }

    private boolean isFromThere(IpAddress viewer) {
        return network.map(prefix -> prefix.contains(viewer)).orElse(true);
    }
}
