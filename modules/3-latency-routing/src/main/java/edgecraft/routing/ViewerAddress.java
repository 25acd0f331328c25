package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.List;

/** Decides who asks: the other end of the connection, or somebody for whom a trusted proxy asks. */
final class ViewerAddress {

    private ViewerAddress() {}

    /**
     * The address that a request comes from.
     *
     * @param peer the address of the connection
     * @param forwardedFor the values of all {@code X-Forwarded-For} lines, in order: each lists addresses, the nearest hop last
     * @param trusted whose word is taken for what came before them
     * @return the nearest hop that is not trusted; the farthest known if all are
     */
    static IpAddress of(IpAddress peer, List<String> forwardedFor, List<IpPrefix> trusted) {
        // Enough until step 3.6: believes everybody, and knows lists of one address.
        return forwardedFor.isEmpty()
                ? peer
                : IpAddress.parse(forwardedFor.get(0).strip());
    }
}
