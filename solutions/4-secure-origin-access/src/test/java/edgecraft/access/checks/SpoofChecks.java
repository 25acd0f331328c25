package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a viewer says about a request, or whom a viewer wants to be asked. */
@Step("4.7")
class SpoofChecks {

    /** What upstream may not be told by a viewer. */
    private static final List<String> SPOOFED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Original-URL",
            "X-Original-Host",
            "X-Rewrite-URL",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
            "X-Host");

    @Check(
            id = "spoofed-fields",
            title = "what a request is for and from, no field of the viewer's changes",
            reference = "OWASP WSTG: Host Header Injection; CWE-290, CWE-441")
    void spoofedFields(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        String host = random.name() + ".example";
        siege.attacker().get(siege.page()).hasStatusIn("everybody may see this page", 200);
        Request plain = last(siege);

        List<String> names = new ArrayList<>(SPOOFED);
        for (String begin : List.of("X-Forwarded-", "X-Original-", "X-HTTP-Method-")) {
            names.add(begin + random.name());
        }
        for (String name : names) {
            for (String value : List.of(
                    siege.film(), siege.page(), host, siege.gate().viewer().host(), "127.0.0.1", "DELETE")) {
                String line = name.toUpperCase(Locale.ROOT) + ": " + value;
                assertNoEffect(siege, plain, line);
                siege.assertRefused("nobody has signed this, whatever the fields say", siege.film(), line);
            }
        }
        for (String name : List.of("X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override")) {
            siege.attacker()
                    .ask("POST", siege.page(), name + ": GET", "Content-Length: 0")
                    .hasStatusIn("this is a POST, whatever the field says", 405);
        }
        signedForAnother(siege, host);
        siege.assertServes();
    }

    private static Request last(Siege siege) {
        List<Request> reached = siege.upstream().requests();
        return reached.get(reached.size() - 1);
    }

    /** @param plain what upstream got without the line: what a gate says there itself, from the connection, is its own affair */
    private static void assertNoEffect(Siege siege, Request plain, String line) {
        int before = siege.upstream().requests().size();
        siege.attacker()
                .get(siege.page(), line, "X-Stays: yes")
                .hasStatusIn("everybody may see this page, whatever the fields say", 200);
        Request last = last(siege);
        String name = line.substring(0, line.indexOf(':'));
        String value = line.substring(line.indexOf(':') + 2);
        if (siege.upstream().requests().size() != before + 1 || !last.toString().equals("GET " + siege.page())) {
            throw new AssertionError(
                    "expected GET " + siege.page() + " to be asked of what is behind the gate, because that is what"
                            + " the viewer asked, but with " + line + " it was asked " + last);
        } else if (has(last, name, value) && !has(plain, name, value)) {
            throw new AssertionError(
                    "expected " + line + " to end at the gate, because what is behind may take for the truth"
                            + " what any viewer can write, but " + last + " came with " + name + ": "
                            + String.join(", ", last.fieldValues(name)));
        } else if (!last.fieldValues("Host")
                .equals(List.of(siege.upstream().uri().getAuthority()))) {
            throw new AssertionError("expected the Host of upstream for " + last + ", but with " + line + " it was "
                    + last.fieldValues("Host"));
        } else if (!last.fieldValues("X-Stays").equals(List.of("yes"))) {
            throw new AssertionError("expected X-Stays to go on, because it means nothing to the gate, but it was "
                    + last.fieldValues("X-Stays"));
        }
    }

    private static boolean has(Request request, String name, String value) {
        return request.fieldValues(name).stream().anyMatch(line -> line.contains(value));
    }

    private static void signedForAnother(Siege siege, String host) {
        Signer signer = siege.rsa();
        String foreign =
                signer.url("http://" + host + siege.film(), siege.later()).substring(("http://" + host).length());
        for (String line : List.of(
                "X-Forwarded-Host: " + host,
                "Forwarded: host=" + host,
                "X-Host: " + host,
                "X-Original-Host: " + host)) {
            siege.assertRefused("it is signed for another host than the one of the request", foreign, line);
        }
        String secure = signer.url("https://" + siege.gate().viewer().host() + siege.film(), siege.later())
                .substring(("https://" + siege.gate().viewer().host()).length());
        siege.assertRefused("it is signed for https, and this is no TLS", secure, "X-Forwarded-Proto: https");
        String policy = "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + siege.later().getEpochSecond() + "},\"IpAddress\":{\"AWS:SourceIp\":\"203.0.113.0/24\"}}}]}";
        String fromThere = siege.withPolicy(siege.film(), policy.getBytes(StandardCharsets.UTF_8));
        for (String line : List.of(
                "X-Forwarded-For: 203.0.113.7",
                "Forwarded: for=203.0.113.7",
                "X-Real-IP: 203.0.113.7",
                "X-Client-IP: 203.0.113.7",
                "True-Client-IP: 203.0.113.7",
                "Via: 1.1 203.0.113.7")) {
            siege.assertRefused("the connection comes from elsewhere, whatever the fields say", fromThere, line);
        }
    }

    @Check(
            id = "foreign-targets",
            title = "whomever a request names, nobody is asked but what is behind the gate",
            reference = "RFC 9112 §3.2; RFC 9110 §7.4; CWE-918")
    void foreignTargets(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        OriginStub other = fixtures.anotherOrigin();
        other.answerAll().body("from somewhere else");
        siege.upstream().answerAll().body("for everybody, too");
        String there = other.uri().getAuthority();
        String page = siege.page();

        for (String target : List.of(
                "http://" + there + page,
                "http://" + there,
                "http://x@" + there + page,
                "https://" + there + page,
                "//" + there + page,
                "///" + there + page,
                "/\\" + there + page,
                "/" + there + page,
                "/@" + there + page,
                "@" + there + page,
                ".@" + there + page,
                ":@" + there + page,
                there + page,
                there,
                "*",
                "file:///etc/passwd",
                "http:" + page,
                "http:/" + there + page,
                "http://",
                "http:///" + page,
                "?@" + there + page,
                "#@" + there + page,
                ";@" + there + page,
                "/..//" + there + page,
                "/http://" + there + page,
                "/;@" + there + page)) {
            siege.attacker().get(target);
            assertInsideOnly(siege, other, "GET " + target);
        }
        for (String host : List.of(
                there, there + page, "x@" + there, "127.0.0.1:1", random.name() + ".example", "", "169.254.169.254")) {
            siege.attacker().send(Attacker.headOf("GET", page, host));
            assertInsideOnly(siege, other, "GET " + page + " with Host: " + host);
            siege.assertStopped("it is signed for another host", Attacker.headOf("GET", siege.signed(), host));
        }
        siege.attacker().ask("CONNECT", there);
        siege.assertStopped(
                "the host in the target counts, and it is signed for another",
                siege.attacker().head("GET", "http://" + there + siege.signed()));
        assertInsideOnly(siege, other, "CONNECT " + there);
        for (String named : List.of(there, random.name() + ".example")) {
            String target = "http://" + named + siege.film();
            String signed = Ticket.canned(siege.ec(), target, siege.later()).on(target);
            assertThat(siege.gate()
                            .byHand(
                                    "GET",
                                    signed,
                                    "Host: " + siege.gate().viewer().host()))
                    .because("it is signed for the host that the target names, and that is the resource's")
                    .hasStatus(200);
            assertInsideOnly(siege, other, "GET " + target);
        }
        siege.assertServes();
    }

    private static void assertInsideOnly(Siege siege, OriginStub other, String asked) {
        if (other.asked() > 0) {
            throw new AssertionError(
                    "expected nobody to be asked but what is behind the gate, because otherwise anybody could reach"
                            + " any server through it, but with " + asked + " another server was asked "
                            + other.requests().get(0));
        }
        for (Request request : siege.upstream().requests()) {
            if (!request.target().startsWith("/")
                    || !request.fieldValues("Host")
                            .equals(List.of(siege.upstream().uri().getAuthority()))) {
                throw new AssertionError("expected a path of upstream's own, with its Host, but with " + asked
                        + " it was asked " + request + " with Host " + request.fieldValues("Host"));
            }
        }
        assertThat(siege.gate().viewer().get(siege.page()))
                .because("everybody may see this page")
                .hasStatus(200);
    }
}
