package edgecraft.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** The response to a query, while it is put together. */
final class DnsResponse {

    /** The longest datagram that gets through everywhere in one piece, in bytes. */
    static final int DATAGRAM = 1232;

    private static final int OPCODE_AND_RECURSION = 0x79;
    private static final int IS_RESPONSE = 0x80;
    private static final int HEADER_BITS = 4;

    private final DnsQuery query;
    private final int code;
    private final Message message;
    private final List<EDNSOption> options = new ArrayList<>();

    private DnsResponse(DnsQuery query, int code) {
        this.query = query;
        this.code = code;
        Header asked = query.message().getHeader();
        message = new Message(asked.getID());
        Header header = message.getHeader();
        header.setOpcode(asked.getOpcode());
        header.setRcode(code & ((1 << HEADER_BITS) - 1));
        header.setFlag(Flags.QR);
        if (asked.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        query.message().getSection(Section.QUESTION).forEach(record -> message.addRecord(record, Section.QUESTION));
    }

    /** One with this code, and nothing else yet. */
    static DnsResponse to(DnsQuery query, int code) {
        return new DnsResponse(query, code);
    }

    /** The whole response to a packet of which nothing but the header is known to be of a DNS message. */
    static byte[] malformed(byte[] packet) {
        byte[] header = new byte[Header.LENGTH];
        header[0] = packet[0];
        header[1] = packet[1];
        header[2] = (byte) (IS_RESPONSE | (packet[2] & OPCODE_AND_RECURSION));
        header[3] = Rcode.FORMERR;
        return header;
    }

    /** With addresses, each as a record of its own kind. */
    DnsResponse addresses(List<IpAddress> addresses, Duration ttl) {
        message.getHeader().setFlag(Flags.AA);
        Name name = message.getQuestion().getName();
        addresses.stream()
                .map(address -> record(name, ttl.toSeconds(), address))
                .forEach(record -> message.addRecord(record, Section.ANSWER));
        return this;
    }

    private static Record record(Name name, long ttl, IpAddress address) {
        return address.isIpv6()
                ? new AAAARecord(name, DClass.IN, ttl, address.toInetAddress())
                : new ARecord(name, DClass.IN, ttl, address.toInetAddress());
    }

    /** Without any, and with how long that may be remembered, if the name is in the zone (RFC 2308 §3). */
    DnsResponse nothing(DnsZone zone) {
        message.getHeader().setFlag(Flags.AA);
        Name apex = Name.fromConstantString(zone.name());
        if (message.getQuestion().getName().subdomain(apex)) {
            message.addRecord(authority(apex, zone.ttl().toSeconds()), Section.AUTHORITY);
        }
        return this;
    }

    /** There is one name server and no other that copies from it: only the last figure is ever looked at. */
    private static Record authority(Name apex, long ttl) {
        return new SOARecord(apex, DClass.IN, ttl, apex, apex, 1, 3600, 600, 86_400, ttl);
    }

    /** With the client subnet of the query, if it had one, and this scope. */
    DnsResponse scope(int scope) {
        ClientSubnetOption client = query.client();
        if (client != null) {
            options.add(new ClientSubnetOption(client.getSourcePrefixLength(), scope, client.getAddress()));
        }
        return this;
    }

    /** With a sentence about what went wrong, for whoever speaks EDNS (RFC 8914). */
    DnsResponse explained(int reason, String text) {
        options.add(new ExtendedErrorCodeOption(reason, text));
        return this;
    }

    /** The bytes to send; if there are more than the limit, some records are left out and the flag TC says so. */
    byte[] toWire(int limit) {
        if (query.speaksEdns()) {
            message.addRecord(new OPTRecord(DATAGRAM, code >> HEADER_BITS, 0, 0, options), Section.ADDITIONAL);
        }
        return message.toWire(limit);
    }
}
