package edgecraft.access;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Todo;
import java.time.Instant;
import java.util.Optional;

/**
 * Step 4.8: a policy that the viewer sends along, in JSON.
 *
 * @param resource which URLs; all if it is empty
 * @param after the viewer has to come after this second, since 1970; -1 if it doesn't say
 * @param before the viewer has to come before this second begins, since 1970
 * @param network where the viewer has to come from; anywhere if it is empty
 */
record CustomPolicy(Optional<ResourcePattern> resource, long after, long before, Optional<IpPrefix> network) {

    /**
     * Reads a policy, after its signature has been found good.
     *
     * @throws Refusal if it isn't one that is wholly understood: what isn't might be a condition
     */
    static CustomPolicy of(byte[] text) throws Refusal {
        // Until step 4.8: what is not understood lets nobody in.
        throw new Refusal("Custom policies are not understood here.");
    }

    /**
     * Lets pass who comes to the right place from the right place in time.
     *
     * @param target what is asked for, without the reserved names
     * @param viewer whom the connection comes from
     * @throws Refusal if one condition doesn't hold
     */
    void check(Target target, IpAddress viewer, Instant now) throws Refusal {
        throw new Todo("4.8", "whether a custom policy lets in");
    }
}
