package edgecraft.kit;

import java.io.Serializable;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address. Nothing here ever asks a name server. */
public final class IpAddress implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    /** A dot before the first colon would make a name of it, and the JDK asks for names. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");

    private final InetAddress address;

    private IpAddress(InetAddress address) {
        this.address = address;
    }

    /**
     * Reads an address as people write it: {@code 203.0.113.7}, {@code 2001:db8::7}. An IPv4 address in the clothes of IPv6
     * ({@code ::ffff:203.0.113.7}, RFC 4291 §2.5.5.2) is read as what it is, {@code 203.0.113.7}.
     *
     * @throws IllegalArgumentException if the text is something else: a name, an address with a port, brackets or a zone
     */
    public static IpAddress parse(String text) {
        if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
            try {
                // A literal: no name server is asked.
                return of(InetAddress.getByName(text));
            } catch (UnknownHostException notAnAddress) {
                // Said below.
            }
        }
        throw new IllegalArgumentException("not an IP address: " + text);
    }

    /** The address of a socket or a packet; an IPv4 address in the clothes of IPv6 is taken out of them. */
    public static IpAddress of(InetAddress address) {
        try {
            // Without the name and the zone that an InetAddress may carry.
            return new IpAddress(InetAddress.getByAddress(address.getAddress()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an InetAddress of 4 or 16 bytes", e);
        }
    }

    /**
     * The address whose bits are a number, as {@link #number} gives it.
     *
     * @param bits how many it has: 32 or 128
     */
    public static IpAddress of(BigInteger number, int bits) {
        byte[] bytes = new byte[bits / Byte.SIZE];
        // A number has a byte for its sign, and none for zeros before it.
        byte[] digits = number.toByteArray();
        int used = Math.min(digits.length, bytes.length);
        System.arraycopy(digits, digits.length - used, bytes, bytes.length - used, used);
        try {
            return of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 32 or 128 bits, not " + bits, e);
        }
    }

    /** How many bits it has: 32 or 128. */
    public int bits() {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Whether it is an IPv6 address. */
    public boolean isIpv6() {
        return bits() == 128;
    }

    /** Its bits as a number, the first of them the highest. */
    public BigInteger number() {
        return new BigInteger(1, address.getAddress());
    }

    /** The address so many places after this one. */
    public IpAddress plus(BigInteger places) {
        return of(number().add(places), bits());
    }

    /** The same, for the classes of {@code java.net}. */
    public InetAddress toInetAddress() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    /** As people write it: the first of the longest rows of zeros in IPv6 is left out (RFC 5952 §4.2). */
    @Override
    public String toString() {
        String groups = address.getHostAddress();
        return ZEROS.matcher(groups)
                .results()
                .max(Comparator.<MatchResult>comparingInt(
                                zeros -> zeros.group().replace(":", "").length())
                        .thenComparing(MatchResult::start, Comparator.reverseOrder()))
                .map(zeros -> groups.substring(0, zeros.start())
                        + "::"
                        + groups.substring(Math.min(zeros.end() + 1, groups.length())))
                .orElse(groups);
    }
}
