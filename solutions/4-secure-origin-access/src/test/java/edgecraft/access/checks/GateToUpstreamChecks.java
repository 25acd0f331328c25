package edgecraft.access.checks;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.ArrayList;
import java.util.List;

/** What passes through the gate to what is behind it, for who is let in. */
@Step("4.4")
class GateToUpstreamChecks {

    private static final String SIGNED = "the URL is signed";

    @Check(
            id = "fields-to-upstream",
            title = "the viewer's fields go on, but for those of the connection and those that claim to be a proxy's",
            reference = "RFC 9110 §7.6.1; RFC 7239 §8.1")
    void fieldsToUpstream(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        String url = gate.signed(signer, film);
        gate.assertLetIn(SIGNED, gate.viewer().get(url), film);

        List<Field> on = List.of(
                new Field("Accept", "video/" + random(fixtures)),
                new Field("Accept-Language", random(fixtures)),
                new Field("Authorization", "Bearer " + random(fixtures)),
                new Field("If-None-Match", "\"" + random(fixtures) + "\""),
                new Field("Range", "bytes=0-" + film.length()),
                new Field("Referer", "http://" + random(fixtures) + "/?a=%40"),
                new Field("User-Agent", random(fixtures) + "/1.0 (a; b)"),
                new Field("X-Amz-Meta-Of-Viewer", random(fixtures)),
                new Field("X-Forward", random(fixtures)));
        List<Field> off = stays(fixtures);
        List<String> lines = new ArrayList<>(List.of("Host: " + gate.viewer().host()));
        on.forEach(field -> lines.add(field.toString()));
        off.forEach(field -> lines.add(field.toString()));
        lines.add("Connection: X-Listed, Keep-Alive");
        gate.assertLetIn(SIGNED, gate.byHand("GET", url, lines.toArray(String[]::new)), film);

        Request asked = last(gate);
        on.forEach(field -> assertPassed(asked, field));
        off.forEach(field -> assertStayed(asked, field));
        assertHost(gate, asked);
        assertEveryLine(gate, url, film, fixtures);
        gate.assertLetIn(
                "the URL is signed, and to wait for a 100 is between the viewer and the gate",
                gate.byHand("GET", url, "Host: " + gate.viewer().host(), "Expect: 100-continue"),
                film);
        assertStayed(last(gate), new Field("Expect", "100-continue"));
    }

    /** In several lines or in one: to what is behind the gate it is the same list. */
    private static void assertEveryLine(Gated gate, String url, String film, Fixtures fixtures) {
        for (String name : List.of("Accept-Language", "X-Of-Viewer")) {
            List<String> values = List.of(random(fixtures), random(fixtures), random(fixtures));
            List<String> lines =
                    new ArrayList<>(List.of("Host: " + gate.viewer().host()));
            values.forEach(value -> lines.add(name + ": " + value));
            gate.assertLetIn(SIGNED, gate.byHand("GET", url, lines.toArray(String[]::new)), film);
            String got = String.join(",", last(gate).fieldValues(name));
            if (!got.replace(" ", "").equals(String.join(",", values))) {
                throw new AssertionError("expected each line of the viewer's " + name
                        + " to go on to what is behind the gate, in order, " + String.join(" and ", values)
                        + ", but it got " + (got.isEmpty() ? "no such field" : name + ": " + got));
            }
        }
    }

    /** Whatever has one of these values at what is behind the gate has it from the viewer. */
    private static List<Field> stays(Fixtures fixtures) {
        return List.of(
                new Field("X-Forwarded-For", random(fixtures)),
                new Field("X-Forwarded-Host", random(fixtures)),
                new Field("x-forwarded-proto", random(fixtures)),
                new Field("X-Forwarded-Prefix", "/" + random(fixtures)),
                new Field("Forwarded", "for=" + random(fixtures)),
                new Field("X-Original-URL", "/" + random(fixtures)),
                new Field("X-Original-Host", random(fixtures)),
                new Field("X-Forwarded-" + random(fixtures), random(fixtures)),
                new Field("x-original-" + random(fixtures), random(fixtures)),
                new Field("X-Http-Method" + random(fixtures), random(fixtures)),
                new Field("X-HTTP-Method-" + random(fixtures), random(fixtures)),
                new Field("X-HTTP-Method", random(fixtures)),
                new Field("X-HTTP-Method-Override", random(fixtures)),
                new Field("X-Method-Override", random(fixtures)),
                new Field("X-Host", random(fixtures)),
                new Field("X-Rewrite-URL", "/" + random(fixtures)),
                new Field("X-Listed", random(fixtures)),
                new Field("Keep-Alive", "timeout=" + random(fixtures)),
                new Field("TE", random(fixtures)),
                new Field("Proxy-Connection", random(fixtures)),
                new Field("Proxy-Authenticate", "Basic realm=" + random(fixtures)),
                new Field("Proxy-Authentication-Info", "nextnonce=" + random(fixtures)),
                new Field("Proxy-Authorization", "Basic " + random(fixtures)));
    }

    /** Longer than a name, so that nothing else has it by chance. */
    private static String random(Fixtures fixtures) {
        return fixtures.randoms().name() + fixtures.randoms().name();
    }

    private static Request last(Gated gate) {
        List<Request> all = gate.upstream().requests();
        return all.get(all.size() - 1);
    }

    private static void assertPassed(Request asked, Field field) {
        if (!asked.fieldValues(field.name()).equals(List.of(field.value()))) {
            throw new AssertionError(
                    "expected the viewer's " + field + " to go on to what is behind the gate, but it got "
                            + (asked.fieldValues(field.name()).isEmpty()
                                    ? "no such field"
                                    : field.name() + ": " + String.join(" and ", asked.fieldValues(field.name()))));
        }
    }

    private static void assertStayed(Request asked, Field field) {
        for (Field passed : asked.fields().lines()) {
            if (passed.value().contains(field.value())) {
                throw new AssertionError(
                        "expected the viewer's " + field + " to stay at the gate, but what is behind it got " + passed);
            }
        }
    }

    private static void assertHost(Gated gate, Request asked) {
        String upstream = gate.upstream().uri().getAuthority();
        if (!asked.fieldValues("Host").equals(List.of(upstream))) {
            throw new AssertionError("expected the Host of the request to be that of what is behind the gate, "
                    + upstream + ", but it is " + String.join(" and ", asked.fieldValues("Host")));
        }
    }
}
