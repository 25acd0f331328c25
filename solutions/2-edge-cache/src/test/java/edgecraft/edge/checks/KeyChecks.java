package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWithout;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Pages.assertApart;
import static edgecraft.edge.checks.Pages.assertOneEach;
import static edgecraft.edge.checks.Pages.pageFor;
import static edgecraft.edge.checks.Pages.said;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

@Step("2.5")
class KeyChecks {

    private static final String LONG = "max-age=600";

    @Check(
            id = "query-counts",
            title = "another query is another page",
            reference = "RFC 9111 §2; CloudFront guide: caching content based on query string parameters")
    void queryCounts(OriginStub origin, Viewer viewer, Randoms random) {
        String path = page(random);
        assertApart(
                origin,
                viewer,
                random,
                Stream.of("", "?v=1", "?v=2", "?V=1", "?v=1&w=2", "?w=2&v=1", "?v=1&v=2")
                        .map(query -> path + query)
                        .toList());
        assertEmptyQueryIsApart(origin, viewer, random);
    }

    /** Some clients can't send an empty query. An edge with such a one says so, and does not send something else. */
    private static void assertEmptyQueryIsApart(OriginStub origin, Viewer viewer, Randoms random) {
        String path = page(random);
        String text = random.text(12);
        origin.answer(path).field("Cache-Control", LONG).body(random.text(12));
        origin.answer(path + "?").field("Cache-Control", LONG).body(text);
        assertThat(viewer.get(path)).hasStatus(200);

        Answer answer = ByHand.get(viewer, viewer.host(), path + "?");
        assertThat(answer)
                .because("with an empty query it is another target than without one: either it is asked for as it came,"
                        + " or it is refused")
                .hasStatusIn(200, 400);
        if (answer.status() == 200) {
            assertThat(answer)
                    .because(path + "? is another target than " + path + ", and has a page of its own")
                    .hasText(text);
        }
        assertAsked(origin, path, 1, "that is the target of one viewer, and the other one asked for " + path + "?");
    }

    @Check(
            id = "nothing-runs-together",
            title = "two targets that differ in one byte are two pages",
            reference = "RFC 9110 §4.2.3; RFC 3986 §6.2.2")
    void nothingRunsTogether(OriginStub origin, Viewer viewer, Randoms random) {
        String name = random.name();
        String path = "/" + name;
        assertApart(origin, viewer, random, List.of(path + "?name=x", "/?" + name + "name=x", path + "%3Fname=x"));
        assertApart(origin, viewer, random, List.of(path + "?a=B=", path + "?a%3DB=", path + "?a=B%3D"));
        assertApart(origin, viewer, random, List.of(path + "?a=1&b=2", path + "?a=1;b=2", path + "?a=1%26b=2"));
        assertApart(origin, viewer, random, List.of(path + "?a=1", path + "?a=1&", path + "?&a=1", path + "?a=1&&"));
        assertApart(origin, viewer, random, List.of(path + "?a", path + "?a=", path + "?q=a+b", path + "?q=a%20b"));
        assertApart(origin, viewer, random, List.of(path + "/x", path.toUpperCase(Locale.ROOT) + "/x", path + "/X"));
        assertApart(origin, viewer, random, List.of(path + "/a/b", path + "/a%2Fb", path + "/a%2fb"));
        assertApart(origin, viewer, random, List.of(path + "/c", path + "/c;v=1", path + "/c;v=2", path + "/c/"));
    }

    @Check(
            id = "query-allow-list",
            title = "with a list of parameters, the others reach neither key nor origin",
            reference = "CloudFront guide: understanding the cache key")
    void queryAllowList(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String a = random.name();
        String b = random.name();
        edge.settings(settings -> settings.withPolicy(policy -> policy.withQueryNames(List.of(a, b))));
        String path = page(random);
        Map<String, String> heard = heard(a, b);
        Map<String, String> pages = new LinkedHashMap<>();
        for (String query : heard.values()) {
            pages.putIfAbsent(path + query, random.text(12));
        }
        pages.forEach((target, text) ->
                origin.answer(target).field("Cache-Control", LONG).body(text));

        heard.forEach((asked, query) -> assertThat(viewer.get(path + asked))
                .because("only " + a + " and " + b + " are in the policy's list, so " + path + asked
                        + " is asked of the origin, and stored, as " + path + query)
                .hasStatus(200)
                .hasText(pages.getOrDefault(path + query, "")));
        pages.keySet()
                .forEach(target -> assertAsked(
                        origin,
                        target,
                        1,
                        "it may be kept for 600 s, whatever parameters come along that do not count"));

        String other = path + "?" + a + "=" + random.name();
        origin.answer(other).field("Cache-Control", LONG).body(random.text(12));
        assertThat(viewer.head(other + "&x=1"))
                .because("HEAD has the same key as GET")
                .hasStatus(200);
        String whole = path + "?x=1&" + a + "=1";
        origin.answer(whole).body("done");
        assertThat(viewer.send("POST", whole, new byte[] {'x'}))
                .because("the list is for what can be stored; POST goes to the origin as it is")
                .hasStatus(200)
                .hasText("done");
    }

    /** What a viewer asks for, and what the origin is to hear of it. */
    private static Map<String, String> heard(String a, String b) {
        Map<String, String> heard = new LinkedHashMap<>();
        heard.put("?x=1&" + a + "=1", "?" + a + "=1");
        heard.put("?" + a + "=1&x=2", "?" + a + "=1");
        heard.put("?" + a + "=2", "?" + a + "=2");
        heard.put("", "");
        heard.put("?x=1", "");
        heard.put("?x=2", "");
        heard.put("?" + a.toUpperCase(Locale.ROOT) + "=1", "");
        heard.put("?my" + a + "=1&" + a + "s=1", "");
        String encoded = "%" + Integer.toHexString(a.charAt(0)) + a.substring(1);
        heard.put("?" + encoded + "=1", "");
        heard.put("?x=2;" + a + "=1", "");
        heard.put("?" + a + "=1&" + a + "=2", "?" + a + "=1&" + a + "=2");
        heard.put("?" + a + "=2&x=1&" + a + "=1", "?" + a + "=2&" + a + "=1");
        heard.put("?" + b + "=1&" + a + "=1", "?" + b + "=1&" + a + "=1");
        heard.put("?" + a + "=1&" + b + "=1", "?" + a + "=1&" + b + "=1");
        heard.put("?x=1&" + a + "=1=" + b, "?" + a + "=1=" + b);
        heard.put("?x=1&" + a, "?" + a);
        heard.put("?" + a + "=&x=1", "?" + a + "=");
        return heard;
    }

    @Check(
            id = "headers-in-the-key",
            title = "request fields that the policy lists tell pages apart, and no others do",
            reference = "CloudFront guide: caching content based on request headers")
    void headersInTheKey(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String one = "X-" + random.name();
        String two = "X-" + random.name();
        List<String> names = List.of(one, two, "X-Forwarded-Proto");
        edge.settings(settings -> settings.withPolicy(policy -> policy.withHeaders(names)));
        String target = page(random);
        pageFor(origin, target, one, two, "X-Forwarded-Proto").field("Cache-Control", LONG);
        String a = random.name();
        List<String[]> viewers = new ArrayList<>(List.of(
                new String[] {},
                new String[] {one, a},
                new String[] {two, a},
                new String[] {"X-Forwarded-Proto", a},
                new String[] {one, a.toUpperCase(Locale.ROOT)},
                new String[] {one, a, one, "b"}));
        for (String between : List.of("", ", ", "|", ":", ";", "&", "=", "-", "_", " ", "/", "#")) {
            viewers.add(new String[] {one, a + between + "b", two, "c"});
            viewers.add(new String[] {one, a, two, "b" + between + "c"});
        }

        assertOneEach(origin, viewer, target, names, viewers, "the policy lists " + String.join(", ", names));
        assertThat(viewer.get(target, one.toLowerCase(Locale.ROOT), a, "X-Else", "c", "User-Agent", random.name()))
                .because("another viewer sent the same values of the fields in the policy's list")
                .hasStatus(200)
                .hasText(said(Fields.of(one, a), names));
        assertAsked(origin, target, viewers.size(), "fields that are not in the list do not tell pages apart");
    }

    @Check(
            id = "cookies-in-the-key",
            title = "cookies that the policy lists tell pages apart, and no others do",
            reference = "CloudFront guide: caching content based on cookies")
    void cookiesInTheKey(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String a = random.name();
        String b = random.name();
        edge.settings(settings -> settings.withPolicy(policy -> policy.withCookies(List.of(a, b))));
        String why = "the policy lists the cookies " + a + " and " + b + ", and no other is in the key";
        String target = page(random);
        pageFor(origin, target, "Cookie").field("Cache-Control", LONG);
        List<String> apart = Stream.of(
                        "A=1",
                        "A=2",
                        "A=x",
                        "A=x=y",
                        "B=1",
                        "A=1; B=2",
                        "A=1&B=2",
                        "A=1; A=2",
                        "A=13; B=2",
                        "A=1; B=32",
                        "A=1|3; B=2",
                        "A=1; B=3|2",
                        "A=1:3; B=2",
                        "A=1; B=3:2",
                        "A=1-3; B=2",
                        "A=1; B=3-2")
                .map(cookies -> cookies.replace("A=", a + "=").replace("B=", b + "="))
                .toList();

        assertThat(viewer.get(target)).hasStatus(200).hasText("for none");
        for (String cookies : apart) {
            assertThat(viewer.get(target, "Cookie", cookies))
                    .because(why)
                    .hasStatus(200)
                    .hasText("for " + cookies);
        }
        for (String cookies : apart) {
            assertThat(viewer.get(target, "Cookie", "x=" + random.name() + "; yes; " + cookies + "; my" + a + "=1"))
                    .because(why + ": this page was stored for a viewer with " + cookies)
                    .hasStatus(200)
                    .hasText("for " + cookies);
        }
        // On a connection of its own: on one that goes on, Jetty may take a value for one that it knows in another
        // case.
        String others = "Cookie: " + a.toUpperCase(Locale.ROOT) + "=1; " + b + "s=1";
        assertThat(ByHand.get(viewer, viewer.host(), target, others))
                .because(why + ": names of cookies have case")
                .hasStatus(200)
                .hasText("for none");
        assertAsked(origin, target, 1 + apart.size(), why);

        String guessed = page(random);
        pageFor(origin, guessed, "Cookie");
        for (String login : List.of(random.name(), random.name())) {
            assertThat(viewer.get(guessed, "Cookie", a + "=1; login=" + login))
                    .because("login is not in the key, and the answer states no lifetime")
                    .hasStatus(200)
                    .hasText("for " + a + "=1; login=" + login);
        }
        CookieLines lines = new CookieLines(origin, viewer, random);
        lines.assertSecondCounts(a + "=1", b, LONG, why);
        lines.assertSecondCounts(
                a + "=1", "login", "", "login is not in the key, and the answer states no lifetime: it is not stored");

        String known = page(random);
        pageFor(origin, known, "Cookie");
        assertOneEach(
                origin,
                viewer,
                known,
                List.of("Cookie"),
                List.of(new String[] {"Cookie", a + "=1"}, new String[] {"Cookie", a + "=2; " + b + "=1"}),
                why + ", and without another the default lifetime holds");
    }

    @Check(
            id = "host",
            title = "one host is one host in every spelling, and two are two",
            reference = "RFC 9110 §4.2.3, §7.2; RFC 3986 §6.2.2.1, §6.2.3")
    void host(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        String target = page(random);
        String one = random.name() + ".test";
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        hosts.put(one, List.of(one.toUpperCase(Locale.ROOT), one + ":80", one + "."));
        hosts.put(random.name() + ".test", List.of());
        hosts.put(one + ":8080", List.of(one.toUpperCase(Locale.ROOT) + ":8080"));
        hosts.put("www." + one, List.of());
        String title = random.text(12);

        for (String host : hosts.keySet()) {
            conversation.note("viewer", "asks with Host: " + host);
            origin.answer(target).field("Cache-Control", LONG).body(title + " " + host);
            assertThat(ByHand.get(viewer, host, target))
                    .because("nobody has asked this host (" + host + ") for this page")
                    .hasStatus(200)
                    .hasText(title + " " + host);
        }
        hosts.forEach((host, spellings) -> Stream.concat(Stream.of(host), spellings.stream())
                .forEach(spelling -> {
                    conversation.note("viewer", "asks with Host: " + spelling);
                    assertThat(ByHand.get(viewer, spelling, target))
                            .because("Host: " + spelling + " is " + host + ", whose page is stored")
                            .hasStatus(200)
                            .hasText(title + " " + host);
                }));
        assertAsked(origin, target, hosts.size(), "each host's page is stored, and given to whoever asks that host");
    }

    @Check(
            id = "unkeyed-poison",
            title = "nobody can shape a page for all with a field that is not in the key",
            reference = "RFC 9111 §7.1; PortSwigger: web cache poisoning")
    void unkeyedPoison(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String keyed = "X-" + random.name();
        String cookie = random.name();
        edge.settings(settings ->
                settings.withPolicy(policy -> policy.withHeaders(List.of(keyed)).withCookies(List.of(cookie))));
        for (String name : List.of(
                "Forwarded",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X-Forwarded-Server",
                "X-Host",
                "X-Original-URL",
                "X-Original-Host",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-HTTP-Method",
                "X-Method-Override")) {
            String target = page(random);
            pageFor(origin, target, name).field("Cache-Control", LONG);
            for (String[] sent : List.of(new String[] {name, "host=" + random.name()}, new String[] {})) {
                assertThat(viewer.get(target, sent))
                        .because("a viewer's " + name + " goes no further than the edge")
                        .hasStatus(200)
                        .hasText("for none");
            }
            assertAsked(origin, target, 1, "what a viewer says in " + name + " is not in the key");
            assertAskedWithout(lastAsked(origin, target), name, "it could shape what is stored for everybody");
        }

        String target = page(random);
        pageFor(origin, target, "X-Forwarded-Host").field("Cache-Control", LONG);
        for (String name : List.of("X-Forwarded-Host", "X-Forwarded-For", "User-Agent")) {
            assertThat(viewer.get(target, name, random.name()))
                    .because("the host that was asked is " + viewer.host() + ", and the origin hears of no other")
                    .hasStatus(200)
                    .hasText("for " + viewer.host());
        }
        assertAsked(origin, target, 1, "what a viewer says of hosts, addresses and itself is not in the key");

        ListedFields listed = new ListedFields(origin, viewer, random);
        listed.assertCountAsNotSent("X-" + random.name(), random.name(), true);
        listed.assertCountAsNotSent("Accept-Language", "de", true);
        listed.assertCountAsNotSent(keyed, random.name(), false);
        listed.assertCountAsNotSent("Cookie", cookie + "=" + random.name(), false);
    }
}
