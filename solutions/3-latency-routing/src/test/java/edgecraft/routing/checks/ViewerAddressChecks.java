package edgecraft.routing.checks;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("3.6")
class ViewerAddressChecks {

    private static final IpPrefix HERE = IpPrefix.parse("127.0.0.0/8");
    private static final IpPrefix PROXIES = IpPrefix.parse("10.32.0.0/11");
    private static final IpPrefix BESIDE_THEM = IpPrefix.parse("10.64.0.0/16");
    private static final IpPrefix MORE_PROXIES = IpPrefix.parse("2001:db8:fe::/48");
    private static final IpPrefix HOME = IpPrefix.parse("203.0.113.0/24");
    private static final IpPrefix HOME_6 = IpPrefix.parse("2001:db8:5::/48");
    private static final IpPrefix ELSEWHERE = IpPrefix.parse("198.51.100.0/24");

    @Check(
            id = "spoofed",
            title = "what a stranger says in X-Forwarded-For does not count",
            reference = "RFC 7239 §8.1; MDN: X-Forwarded-For, security and privacy concerns")
    void spoofed(Instance<RouterSettings> router, Fixtures fixtures) {
        RouterSettings settings = new RouterScene().settings(fixtures);
        String said = "203.0.113.9";

        Whose believing = new Whose(router, fixtures, List.of(HERE));
        believing.city("syd", Places.SYDNEY, HOME).city("gru", Places.SAO_PAULO, HERE);
        believing.assertAsks(HOME, "127.0.0.1 is a trusted proxy, and says who asks", said);

        for (List<IpPrefix> trusted : List.of(List.<IpPrefix>of(), List.of(PROXIES, MORE_PROXIES))) {
            Whose suspicious = new Whose(router.another(settings), fixtures, trusted);
            suspicious.city("syd", Places.SYDNEY, HOME).city("gru", Places.SAO_PAULO, HERE);
            String why = "127.0.0.1 is not among the trusted proxies " + trusted;
            suspicious.assertAsks(HERE, why, said);
            suspicious.assertAsks(HERE, why, said, suspicious.somebodyIn(PROXIES));
            suspicious.assertAsks(HERE, why);
        }
    }

    @Check(
            id = "rightmost-untrusted",
            title = "the viewer is the last address in X-Forwarded-For that no trusted proxy has",
            reference = "RFC 7239 §5.2, §8.1; RFC 9110 §5.3; MDN: X-Forwarded-For, selecting an IP address")
    void rightmostUntrusted(Instance<RouterSettings> router, Fixtures fixtures) {
        Whose whose = whose(router, fixtures);
        String home = whose.somebodyIn(HOME);
        String home6 = whose.somebodyIn(HOME_6);
        String stranger = whose.somebodyIn(ELSEWHERE);
        String proxy = whose.somebodyIn(PROXIES);
        String proxy6 = whose.somebodyIn(MORE_PROXIES);

        whose.assertAsks(HOME, "the proxy who asks has written it at the end", home);
        String why = "what stands before it was said by somebody who is not trusted";
        whose.assertAsks(HOME, why, stranger + ", " + home);
        whose.assertAsks(HOME, why, stranger + ", " + proxy + ", " + home + ", " + proxy);
        whose.assertAsks(HOME_6, why, stranger + ", " + home6 + ", " + proxy6);
        whose.assertAsks(HOME, why, "unknown, " + stranger + ", " + home);
        whose.assertAsks(
                BESIDE_THEM,
                PROXIES + " does not contain it",
                home + ", " + whose.somebodyIn(BESIDE_THEM) + ", " + proxy);
        why = "all hops behind it are trusted";
        whose.assertAsks(HOME, why, home + ", " + proxy + ", " + proxy6 + ", " + proxy);
        whose.assertAsks(HOME, why, stranger + "," + home + "," + proxy);
        whose.assertAsks(HOME, why, stranger + " ,  " + home + "  , " + proxy);
        why = "all lines of the field together are one list";
        whose.assertAsks(HOME, why, home, proxy);
        whose.assertAsks(HOME, why, stranger, home);
        whose.assertAsks(HOME, why, stranger + ", " + home, proxy + ", " + proxy6, proxy);
        why = "an empty element of a list is none (RFC 9110 §5.6.1.2)";
        whose.assertAsks(HOME, why, stranger + ", " + home + ", ");
        whose.assertAsks(HOME, why, stranger + ",, " + home + ", ,\t," + proxy);
        whose.assertAsks(HOME, why, stranger + ", " + home, ",", proxy);
    }

    @Check(
            id = "all-trusted",
            title = "if all in X-Forwarded-For are trusted, the viewer is the farthest of them",
            reference = "RFC 7239 §5.2; MDN: X-Forwarded-For, selecting an IP address")
    void allTrusted(Instance<RouterSettings> router, Fixtures fixtures) {
        Whose whose = new Whose(router, fixtures, List.of(HERE, PROXIES));
        IpPrefix office = IpPrefix.parse("10.33.1.0/24");
        IpPrefix rack = IpPrefix.parse("10.40.9.0/24");
        whose.city("syd", Places.SYDNEY, office)
                .city("lhr", Places.LONDON, rack)
                .city("gru", Places.SAO_PAULO, HERE)
                .city("sin", Places.SINGAPORE, ELSEWHERE);
        String first = whose.somebodyIn(office);
        String proxy = whose.somebodyIn(rack);

        whose.assertAsks(ELSEWHERE, "it is not trusted", first + ", " + whose.somebodyIn(ELSEWHERE) + ", " + proxy);
        String why = "all in the list are trusted, and it is the first of them";
        whose.assertAsks(office, why, first);
        whose.assertAsks(office, why, first + ", " + proxy);
        whose.assertAsks(office, why, first, proxy + ", " + whose.somebodyIn(rack));
        whose.assertAsks(office, "it is the first of them, and an empty element is none", ", " + first + ", " + proxy);
        whose.assertAsks(HERE, "nobody says anything else, so it is the other end of the connection");
        whose.assertAsks(
                HERE, "no element of the list has anything in it, so it is the other end of the connection", " , ,");
    }

    @Check(
            id = "garbage-ends-the-walk",
            title = "what is no IP address in X-Forwarded-For ends the walk: the last good one counts",
            reference = "RFC 7239 §6; MDN: X-Forwarded-For, parsing")
    void garbageEndsTheWalk(Instance<RouterSettings> router, Fixtures fixtures) {
        Whose whose = whose(router, fixtures);
        String home = whose.somebodyIn(HOME);
        String proxy = whose.somebodyIn(PROXIES);
        whose.assertAsks(HOME, "all hops behind it are trusted", home + ", " + proxy);

        for (String garbage :
                List.of("10.33", "unknown", home + ":4711", "[2001:db8:5::9]", "256.0.113.9", "localhost")) {
            whose.assertAsks(
                    PROXIES,
                    "\"" + garbage + "\" is no IP address, and the hop behind it is the last good one",
                    home + ", " + garbage + ", " + proxy);
            whose.assertAsks(
                    HERE,
                    "\"" + garbage + "\" is no IP address, and nothing but the connection stands behind it",
                    home + ", " + garbage);
        }
        whose.assertAsks(HOME, "nobody has to look at what stands before it", "unknown, " + home + ", " + proxy);
    }

    private static Whose whose(Instance<RouterSettings> router, Fixtures fixtures) {
        return new Whose(router, fixtures, List.of(HERE, PROXIES, MORE_PROXIES))
                .city("syd", Places.SYDNEY, HOME)
                .city("sin", Places.SINGAPORE, HOME_6)
                .city("iad", Places.WASHINGTON, ELSEWHERE)
                .city("lhr", Places.LONDON, PROXIES)
                .city("jnb", Places.JOHANNESBURG, MORE_PROXIES)
                .city("mad", Places.MADRID, BESIDE_THEM)
                .city("gru", Places.SAO_PAULO, HERE);
    }
}
