package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsDeskTest {

    private static final DnsZone ZONE = new DnsZone("www.cdn.example.", Duration.ofSeconds(30));
    private static final InetAddress RESOLVER = InetAddress.getLoopbackAddress();
    private static final IpAddress FRA = IpAddress.parse("198.51.100.7");
    private static final String A = "www.cdn.example. A";

    private @Nullable DnsQuestion asked;

    @ParameterizedTest
    @CsvSource({
        "www.cdn.example. A, www.cdn.example., A",
        "wWw.CDN.Example. AAAA, www.cdn.example., AAAA",
        "www.cdn.example. TXT, www.cdn.example., OTHER",
        "www.cdn.example. ANY, www.cdn.example., OTHER",
        "other.example. A, other.example., A",
        ". SOA, ., OTHER",
    })
    void a_question_comes_in_plain_types(String question, String name, DnsQuestion.Type type) throws IOException {
        say(query(question), found(24));
        assertThat(asked).isEqualTo(new DnsQuestion(name, type, IpAddress.parse("127.0.0.1"), null));
    }

    @Test
    void a_question_has_the_client_subnet_if_the_resolver_says_it() throws IOException {
        for (String subnet : List.of(
                "203.0.113.0/24", "203.0.0.0/9", "203.0.113.7/32", "0.0.0.0/0", "2001:db8:0:100::/56", "::/0")) {
            say(forClient(query(A), subnet), found(0));
            assertThat(Objects.requireNonNull(asked).clientSubnet()).isEqualTo(IpPrefix.parse(subnet));
        }
    }

    @Test
    void addresses_are_sent_as_they_are_said() throws IOException {
        List<IpAddress> addresses = List.of(FRA, IpAddress.parse("2001:db8::7"), IpAddress.parse("192.0.2.1"));
        Message response = say(query("wWw.cdn.example. A"), new DnsAnswer.Addresses(addresses, Duration.ofDays(2), 24));

        assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(response.getQuestion().getName()).hasToString("wWw.cdn.example.");
        assertThat(response.getSection(Section.ANSWER))
                .extracting(record -> record.getName() + " " + record.getTTL() + " " + record.rdataToString())
                .containsExactly(
                        "wWw.cdn.example. 172800 198.51.100.7",
                        "wWw.cdn.example. 172800 2001:db8:0:0:0:0:0:7",
                        "wWw.cdn.example. 172800 192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.0/24, 24", "203.0.0.0/9, 20", "0.0.0.0/0, 0", "2001:db8:0:100::/56, 128", "::/0, 7"})
    void a_client_subnet_comes_back_with_the_scope_that_was_said(String subnet, int scope) throws IOException {
        IpPrefix asked = IpPrefix.parse(subnet);
        Message response = say(forClient(query(A), subnet), found(scope));
        assertThat(client(response))
                .isEqualTo(new ClientSubnetOption(
                        asked.length(), scope, asked.first().toInetAddress()));
    }

    @Test
    void without_a_client_subnet_in_the_query_there_is_none_in_the_response() throws IOException {
        assertThat(options(say(withEdns(query(A)), found(24)))).isEmpty();
        assertThat(say(query(A), found(24)).getOPT()).isNull();
    }

    @Test
    void no_data_and_no_such_name_say_how_long_that_may_be_remembered() throws IOException {
        Message none = say(forClient(query("www.cdn.example. AAAA"), "203.0.113.0/24"), new DnsAnswer.NoData());
        assertThat(none.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(none.getSection(Section.ANSWER)).isEmpty();
        assertThat(none.getSection(Section.AUTHORITY))
                .extracting(Record::toString)
                .containsExactly(
                        "www.cdn.example.\t30\tIN\tSOA\twww.cdn.example. www.cdn.example. 1 3600 600 86400 30");
        assertThat(client(none).getScopePrefixLength()).isZero();

        Message below = say(query("a.www.cdn.example. A"), new DnsAnswer.NoSuchName());
        assertThat(below.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(below.getSection(Section.AUTHORITY)).hasSize(1);

        Message elsewhere = say(query("other.example. A"), new DnsAnswer.NoSuchName());
        assertThat(elsewhere.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(elsewhere.getSection(Section.AUTHORITY)).isEmpty();
    }

    @Test
    void what_does_not_fit_into_a_datagram_is_left_out_and_said_so() throws IOException {
        DnsAnswer many = new DnsAnswer.Addresses(Collections.nCopies(100, FRA), Duration.ofSeconds(30), 0);
        assertThat(desk(question -> many).answer(query(A).toWire(), RESOLVER, true))
                .hasValueSatisfying(response -> assertThat(response).hasSizeLessThanOrEqualTo(512));
        assertThat(say(query(A), many).getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(say(withEdns(query(A)), many).numBytes()).isLessThanOrEqualTo(1232);

        byte[] whole = desk(question -> many)
                .answer(query(A).toWire(), RESOLVER, false)
                .orElseThrow();
        assertThat(new Message(whole).getSection(Section.ANSWER)).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // family, source, scope, address
                "0000 00 00",
                "0003 18 00 cb0071",
                "0001 18 00 cb0071 00",
                "0001 18 00 cb00",
                "0001 21 00 cb007100 00",
                "0001 17 00 cb0071",
                "0001 18 18 cb0071",
                "0002 81 00 20010db8000000000000000000000000 00",
                "0002 80 00 00000000000000000000ffffcb007107",
                "0001",
            })
    void a_client_subnet_that_is_none_is_malformed(String option) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(option.replace(" ", ""));
        Message query = query(A);
        query.addRecord(
                new OPTRecord(1232, 0, 0, 0, List.of(new GenericEDNSOption(EDNSOption.Code.CLIENT_SUBNET, bytes))),
                Section.ADDITIONAL);
        assertThat(say(query, found(24)).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(asked).isNull();
    }

    @Test
    void two_client_subnets_are_malformed() throws IOException {
        EDNSOption client = new ClientSubnetOption(24, InetAddress.getByName("203.0.113.0"));
        Message query = query(A);
        query.addRecord(new OPTRecord(1232, 0, 0, 0, List.of(client, client)), Section.ADDITIONAL);
        assertThat(say(query, found(24)).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void what_is_no_question_is_refused_without_asking() throws IOException {
        Message update = query(A);
        update.getHeader().setOpcode(Opcode.UPDATE);
        assertThat(say(update, found(24)).getRcode()).isEqualTo(Rcode.NOTIMP);

        Message chaos = Message.newQuery(Record.newRecord(Name.fromString("version.bind."), Type.TXT, DClass.CH));
        assertThat(say(chaos, found(24)).getRcode()).isEqualTo(Rcode.REFUSED);

        Message later = query(A);
        later.addRecord(new OPTRecord(1232, 0, 1, 0), Section.ADDITIONAL);
        assertThat(say(later, found(24)).getRcode()).isEqualTo(Rcode.BADVERS);

        Message both = withEdns(withEdns(query(A)));
        assertThat(say(both, found(24)).getRcode()).isEqualTo(Rcode.FORMERR);

        Message two = query(A);
        two.addRecord(two.getQuestion(), Section.QUESTION);
        assertThat(say(two, found(24)).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(say(new Message(), found(24)).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(asked).isNull();
    }

    @Test
    void bytes_that_are_no_message_are_malformed() throws IOException {
        byte[] header = HexFormat.of().parseHex("1234" + "0100" + "0001" + "000000000000");
        Message response = new Message(answer(header, found(24)).orElseThrow());
        assertThat(response.getHeader().getID()).isEqualTo(0x1234);
        assertThat(response.getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(response.getHeader().getFlag(Flags.RD)).isTrue();
    }

    @Test
    void responses_and_less_than_a_header_get_no_response() {
        Message response = query(A);
        response.getHeader().setFlag(Flags.QR);
        assertThat(answer(response.toWire(), found(24))).isEmpty();
        assertThat(answer(new byte[11], found(24))).isEmpty();
        assertThat(asked).isNull();
    }

    @Test
    void what_is_not_built_yet_is_said() throws IOException {
        Message response = new Message(desk(question -> {
                    throw new Todo("3.10", "answer DNS");
                })
                .answer(withEdns(query(A)).toWire(), RESOLVER, true)
                .orElseThrow());
        assertThat(response.getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(options(response))
                .containsExactly(new ExtendedErrorCodeOption(
                        ExtendedErrorCodeOption.NOT_SUPPORTED, "step 3.10 is not built yet: answer DNS"));
    }

    @Test
    void an_accident_is_a_failure_and_printed() throws IOException {
        assertAccident(
                question -> {
                    throw new IllegalStateException("oops");
                },
                "java.lang.IllegalStateException: oops");
        assertAccident(
                question -> found(33),
                "java.lang.IllegalArgumentException: \"scope netmask\" 33 must be in the range [0..32]");
        assertAccident(
                question -> new DnsAnswer.Addresses(List.of(FRA), Duration.ofSeconds(-1), 24),
                "org.xbill.DNS.InvalidTTLException: Invalid DNS TTL: -1");
    }

    private static void assertAccident(Function<DnsQuestion, DnsAnswer> answerer, String what) throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Message response = new Message(desk(answerer)
                    .answer(forClient(query(A), "203.0.113.0/24").toWire(), RESOLVER, true)
                    .orElseThrow());
            assertThat(response.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(options(response))
                    .containsExactly(new ExtendedErrorCodeOption(ExtendedErrorCodeOption.OTHER, what));
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains(what, "\tat ");
        } finally {
            System.setErr(before);
        }
    }

    private static DnsAnswer found(int scope) {
        return new DnsAnswer.Addresses(List.of(FRA), Duration.ofSeconds(30), scope);
    }

    private static Message query(String question) {
        String[] nameAndType = question.split(" ");
        return Message.newQuery(
                Record.newRecord(Name.fromConstantString(nameAndType[0]), Type.value(nameAndType[1]), DClass.IN));
    }

    private static Message withEdns(Message query) {
        query.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        return query;
    }

    private static Message forClient(Message query, String subnet) {
        IpPrefix client = IpPrefix.parse(subnet);
        EDNSOption option =
                new ClientSubnetOption(client.length(), client.first().toInetAddress());
        query.addRecord(new OPTRecord(4096, 0, 0, 0, List.of(option)), Section.ADDITIONAL);
        return query;
    }

    private Message say(Message query, DnsAnswer answer) throws IOException {
        return new Message(answer(query.toWire(), answer).orElseThrow());
    }

    private Optional<byte[]> answer(byte[] query, DnsAnswer answer) {
        return desk(question -> {
                    asked = question;
                    return answer;
                })
                .answer(query, RESOLVER, true);
    }

    private static DnsDesk desk(Function<DnsQuestion, DnsAnswer> answerer) {
        return new DnsDesk(ZONE, answerer);
    }

    private static List<EDNSOption> options(Message response) {
        return response.getOPT().getOptions();
    }

    private static ClientSubnetOption client(Message response) {
        return (ClientSubnetOption) options(response).get(0);
    }
}
