package edgecraft.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A query as it came (RFC 1035 §4, RFC 6891), which may be no question at all. */
final class DnsQuery {

    /** The longest datagram that whoever doesn't speak EDNS takes, in bytes (RFC 1035 §4.2.1). */
    private static final int CLASSIC_DATAGRAM = 512;

    private final Message message;
    private final @Nullable OPTRecord opt;

    private DnsQuery(Message message) {
        this.message = message;
        this.opt = message.getOPT();
    }

    /** Reads one; nothing if it is no DNS message, or has a client subnet that is none. */
    static Optional<DnsQuery> read(byte[] packet) {
        try {
            return Optional.of(new DnsQuery(new Message(packet)));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    Message message() {
        return message;
    }

    boolean speaksEdns() {
        return opt != null;
    }

    /** Why it can't be answered, as a response code; {@link Rcode#NOERROR} if it can. */
    int fault() {
        if (message.getHeader().getOpcode() != Opcode.QUERY) {
            return Rcode.NOTIMP;
        } else if (message.getSection(Section.QUESTION).size() != 1 || !hasAtMostOneOpt() || !isClientSane()) {
            return Rcode.FORMERR;
        } else if (opt != null && opt.getVersion() != 0) {
            return Rcode.BADVERS;
        }
        return message.getQuestion().getDClass() == DClass.IN ? Rcode.NOERROR : Rcode.REFUSED;
    }

    private boolean hasAtMostOneOpt() {
        return message.getSection(Section.ADDITIONAL).stream()
                        .filter(OPTRecord.class::isInstance)
                        .count()
                <= 1;
    }

    /** A query leaves the scope to the answer (RFC 7871 §6). */
    private boolean isClientSane() {
        List<EDNSOption> clients = clients();
        return clients.isEmpty()
                || (clients.size() == 1 && ((ClientSubnetOption) clients.get(0)).getScopePrefixLength() == 0);
    }

    /** The client subnet that it brings, if any. */
    @Nullable
    ClientSubnetOption client() {
        List<EDNSOption> clients = clients();
        return clients.isEmpty() ? null : (ClientSubnetOption) clients.get(0);
    }

    private List<EDNSOption> clients() {
        return opt == null ? List.of() : opt.getOptions(EDNSOption.Code.CLIENT_SUBNET);
    }

    /** The question in plain types. */
    DnsQuestion question(InetAddress resolver) {
        Record asked = message.getQuestion();
        ClientSubnetOption client = client();
        return new DnsQuestion(
                asked.getName().canonicalize().toString(),
                type(asked.getType()),
                IpAddress.of(resolver),
                client == null
                        ? null
                        : new IpPrefix(IpAddress.of(client.getAddress()), client.getSourcePrefixLength()));
    }

    private static DnsQuestion.Type type(int type) {
        return switch (type) {
            case Type.A -> DnsQuestion.Type.A;
            case Type.AAAA -> DnsQuestion.Type.AAAA;
            default -> DnsQuestion.Type.OTHER;
        };
    }

    /** The longest datagram to answer it with, in bytes. */
    int datagram() {
        return opt == null
                ? CLASSIC_DATAGRAM
                : Math.min(DnsResponse.DATAGRAM, Math.max(CLASSIC_DATAGRAM, opt.getPayloadSize()));
    }
}
