package edgecraft.kit;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * All addresses that begin with the same bits, in CIDR notation {@code 203.0.113.0/24} (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param first the first address: every bit after the prefix is zero
 * @param length how many bits they share: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpPrefix(IpAddress first, int length) implements Serializable {

    /** @throws IllegalArgumentException if the length is out of bounds, or a bit after the prefix is set */
    public IpPrefix {
        if (length < 0 || length > first.bits()) {
            throw new IllegalArgumentException("an address of " + first.bits() + " bits has no prefix of " + length);
        }
        if (!first.equals(cut(first, length))) {
            throw new IllegalArgumentException(first + " has bits after the first " + length);
        }
    }

    /**
     * Reads {@code 203.0.113.0/24} or {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException if the text is something else, or has bits after the prefix ({@code 203.0.113.7/24})
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        String length = text.substring(slash + 1);
        if (slash < 0 || !length.matches("0|[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("not an IP prefix: " + text);
        }
        return new IpPrefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    /** The prefix of that length which an address is in. */
    public static IpPrefix around(IpAddress address, int length) {
        return new IpPrefix(cut(address, length), length);
    }

    private static IpAddress cut(IpAddress address, int length) {
        int rest = address.bits() - length;
        return IpAddress.of(address.number().shiftRight(rest).shiftLeft(rest), address.bits());
    }

    /** Whether an address is in it. None of the other kind is. */
    public boolean contains(IpAddress address) {
        int rest = first.bits() - length;
        return address.bits() == first.bits() && prefixOf(address, rest).equals(prefixOf(first, rest));
    }

    private static BigInteger prefixOf(IpAddress address, int rest) {
        return address.number().shiftRight(rest);
    }

    /** Whether another prefix is in it, or is the same. */
    public boolean contains(IpPrefix other) {
        return other.length >= length && contains(other.first);
    }

    /** In CIDR notation, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return first + "/" + length;
    }
}
