package edgecraft.kit;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Answers DNS messages: the rules of the protocol are kept here, what to say is the learner's. */
final class DnsDesk {

    private static final int IS_RESPONSE = 0x80;

    private final DnsZone zone;
    private final Function<DnsQuestion, DnsAnswer> answerer;

    DnsDesk(DnsZone zone, Function<DnsQuestion, DnsAnswer> answerer) {
        this.zone = zone;
        this.answerer = answerer;
    }

    /**
     * The response to a message; none where that would be the start of a quarrel: to a response, or to less than a header.
     *
     * @param packet the message
     * @param from who sent it
     * @param datagram whether the response has to fit into a datagram; what does not is left out, which the response says
     */
    Optional<byte[]> answer(byte[] packet, InetAddress from, boolean datagram) {
        if (packet.length < Header.LENGTH || (packet[2] & IS_RESPONSE) != 0) {
            return Optional.empty();
        }
        return Optional.of(DnsQuery.read(packet)
                .map(query -> answer(query, from).toWire(datagram ? query.datagram() : Message.MAXLENGTH))
                .orElseGet(() -> DnsResponse.malformed(packet)));
    }

    private DnsResponse answer(DnsQuery query, InetAddress from) {
        if (query.fault() != Rcode.NOERROR) {
            return DnsResponse.to(query, query.fault());
        }
        try {
            DnsAnswer answer = answerer.apply(query.question(from));
            return response(query, Objects.requireNonNull(answer, "the answer to a DNS question is null"));
        } catch (Todo todo) {
            return DnsResponse.to(query, Rcode.NOTIMP)
                    .explained(ExtendedErrorCodeOption.NOT_SUPPORTED, String.valueOf(todo.getMessage()));
        } catch (RuntimeException | Error broken) {
            broken.printStackTrace();
            return DnsResponse.to(query, Rcode.SERVFAIL).explained(ExtendedErrorCodeOption.OTHER, broken.toString());
        }
    }

    private DnsResponse response(DnsQuery query, DnsAnswer answer) {
        if (answer instanceof DnsAnswer.Addresses found) {
            return DnsResponse.to(query, Rcode.NOERROR)
                    .addresses(found.addresses(), found.ttl())
                    .scope(found.scope());
        }
        int code = answer instanceof DnsAnswer.NoSuchName ? Rcode.NXDOMAIN : Rcode.NOERROR;
        return DnsResponse.to(query, code).nothing(zone).scope(0);
    }
}
