package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("4.8")
class PolicyResourceChecks {

    private static final String SITE = "http://www.example.org";
    private static final String FILM = SITE + "/films/a.mp4";

    @Check(
            id = "every-file",
            title = "a policy without Resource, or with a star alone, is about every URL",
            reference = "CloudFront guide: custom policy, Resource")
    void everyFile(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        CustomViewers viewers = viewers(server, fixtures);
        Gated gate = viewers.gate();
        String all = CustomText.ofAll(CustomText.until(gate.later()));
        for (String target : List.of(
                gate.film(),
                random.key(AccessScene.FILMS + "a/b/c/", ".mp4"),
                random.key(AccessScene.FILMS, ".mp4?quality=4k&lang=fr"),
                random.key(AccessScene.FILMS + "caf%C3%A9%20", ""),
                random.key(AccessScene.FILMS + "a*b/", ".mp4"),
                AccessScene.FILMS)) {
            viewers.assertLetIn("the policy has no Resource, and is about every URL", all, target);
            viewers.assertCovers("*", SITE + target);
            viewers.assertCovers("*", "http://films.example.net:8080" + target);
        }

        String over = CustomText.ofAll(CustomText.until(fixtures.clock().instant()));
        viewers.assertRefused("the policy is about every URL, but its time is over", over, gate.film());
        gate.assertRefused("nobody has signed this", gate.film());
    }

    @Check(
            id = "wildcards",
            title = "a star stands for any characters of its section, a question mark for one",
            reference = "CloudFront guide: custom policy, wildcards")
    void wildcards(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        for (String resource : List.of(
                FILM,
                "http*://www.example.org/films/a.mp4",
                "*://www.example.org/films/a.mp4",
                "htt?://www.example.org/films/a.mp4",
                "http://*.example.org/films/a.mp4",
                "http://*/films/a.mp4",
                "http://w?w.ex*e.org/films/a.mp4",
                "http://www.example.org*/films/a.mp4",
                "http://www.example.org/*/a.mp4",
                "http://www.example.org/films/*.mp4",
                "http://www.example.org/films/a*.mp4",
                "http://www.example.org/films/?.mp4",
                "http://www.example.org/f?l*s/?.m*4",
                "http://www.example.org/films/*",
                "http://www.example.org/**")) {
            viewers.assertCovers(resource, FILM);
        }
        viewers.assertCovers("http://*.example.org:*/films/*.mp4", "http://a.b.example.org:8080/films/a/b/c.mp4");

        for (String resource : List.of(
                "https*://www.example.org/films/a.mp4",
                "http?://www.example.org/films/a.mp4",
                "http://*.www.example.org/films/a.mp4",
                "http://?.example.org/films/a.mp4",
                "http://www.example.org:*/films/a.mp4",
                "http://www.example.org?/films/a.mp4",
                "http://www.example.org/films/?/a.mp4",
                "http://www.example.org/films/*.mp3",
                "http://www.example.org/films/??.mp4",
                "http://www.example.org/films/a.mp4??",
                "http://www.example.org/films/b*",
                "http://www.example.org/films",
                "http://www.example.org/*/*/a.mp4")) {
            viewers.assertDoesNotCover(resource, FILM);
        }
        viewers.assertDoesNotCover(FILM, FILM.replace(".org/", ".org:8080/"));
        viewers.assertCovers("http://*.Example.org/films/*", "http://www.Example.org/films/a.mp4");
        viewers.assertDoesNotCover("http://*.Example.org/films/*", FILM);
        viewers.assertDoesNotCover("http://*.example.org/films/*", "http://www.Example.org/films/a.mp4");
        viewers.assertCovers(FILM, FILM);
    }

    @Check(
            id = "own-section",
            title = "a wildcard stays in its section, but one at the end covers all that follows",
            reference = "CloudFront guide: custom policy, wildcards")
    void ownSection(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        for (String resource : List.of(
                "http://www.example.org/films/*",
                "http://www.example.org/films/a*",
                "http://www.example.org/*",
                "http://www.example.*",
                "http://*",
                "*://*")) {
            viewers.assertCovers(resource, FILM + "?quality=4k");
            viewers.assertCovers(resource, FILM);
        }

        viewers.assertDoesNotCover("http://*/a.mp4", FILM);
        viewers.assertDoesNotCover("http://films.*", FILM);
        viewers.assertDoesNotCover("http://*.org/a.mp4", SITE + "/films/b.org/a.mp4");
        viewers.assertDoesNotCover(
                "http://*.example.org/films/*", "http://evil.test/films/www.example.org/films/a.mp4");
        viewers.assertDoesNotCover("http://*.example.org/films/*", "http://evil.test/films/a?.example.org/films/a.mp4");
        viewers.assertDoesNotCover("http://www?films/a.mp4", "http://www/films/a.mp4");
        viewers.assertDoesNotCover("http://www.example.org", FILM);
        viewers.assertDoesNotCover("http://www.example.org/films/*.mp4", FILM + "?quality=4k");
        viewers.assertDoesNotCover("http://www.example.org/films/*.mp4", SITE + "/films/a.txt?b=c.mp4");
        viewers.assertDoesNotCover("http://www.example.org/films/*/b.mp4", SITE + "/films/a?c/b.mp4");
        viewers.assertDoesNotCover(FILM, FILM + "?quality=4k");
        viewers.assertDoesNotCover("http://www.example.org/films/a.mp4\\?q=*", SITE + "/films/a.mp4/b");
        viewers.assertCovers("http://www.example.org/films/*.mp4", FILM);
    }

    @Check(
            id = "nothing-is-a-pattern",
            title = "what is neither a star nor a question mark stands for itself",
            reference = "CloudFront guide: custom policy, wildcards")
    void nothingIsAPattern(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        viewers.assertCovers("http://www.example.org/films/a.*", FILM);
        viewers.assertCovers("http://*/films/a+(b)$.mp4", SITE + "/films/a+(b)$.mp4");
        viewers.assertCovers("http://*/films/a+(b)$.mp4*", SITE + "/films/a+(b)$.mp4");
        viewers.assertCovers("http://*/films/a%20b.mp4", SITE + "/films/a%20b.mp4");

        viewers.assertDoesNotCover("http://www.example.org/films/*", "http://wwwxexample.org/films/a.mp4");
        viewers.assertDoesNotCover("http://www.example.org/films/*", "http://www.example-org/films/a.mp4");
        for (String resource : List.of(
                "http://*/films/A.mp4",
                "http://*/Films/*",
                "http://*/films/[a-z]*",
                "http://*/films/(a|b).mp4*",
                "http://*/films/.+",
                "http://*/films/a{1}*",
                "http://*/films/a+*",
                "http://*/films/a$*",
                "http://*/films/\\w*",
                "http://*/films/\\E.*\\Q*",
                "http://*/films/\\E.+\\Q",
                "http://*/films/%*",
                "http://*/films/{a,b}.mp4*",
                "^http://*/films/*",
                "http://*/films/*$",
                "")) {
            viewers.assertDoesNotCover(resource, FILM);
        }
        viewers.assertDoesNotCover("http://*/films/a.mp4", SITE + "/films/axmp4");
        viewers.assertDoesNotCover("http://*/films/a+b.mp4*", SITE + "/films/aab.mp4");
        viewers.assertCovers("http://*/films/a.mp4", FILM);
    }

    @Check(
            id = "literal-query",
            title = "the query of a URL is a section of its own, which \\? begins",
            reference = "CloudFront guide: custom policy, wildcards")
    void literalQuery(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        viewers.assertCovers("http://*/films/a.mp4\\?q=1", FILM + "?q=1");
        viewers.assertCovers("http://*/films/a.mp4\\?q=*", FILM + "?q=12&r=a/b?c");
        viewers.assertCovers("http://*/films/*\\?q=?", SITE + "/films/b/c.mp4?q=1");
        viewers.assertCovers("http://*/films/*\\?*&r=2", FILM + "?q=1&r=2");
        viewers.assertCovers("http://*/films/*\\?q=1", FILM + "?q=1");
        viewers.assertCovers("http://*/films/a.mp4?q=*", FILM + "?q=1");
        viewers.assertCovers("http://*/films/a?mp4", FILM);
        viewers.assertCovers("http://*/films/?.mp4\\?q=?", FILM + "?q=1");
        viewers.assertCovers(FILM + "?q=1", FILM + "?q=1");

        String one = "http://*/films/a.mp4\\?q=1";
        for (String url : List.of(
                FILM,
                FILM + "?q=2",
                FILM + "?q=1&r=2",
                FILM + "?r=2&q=1",
                FILM + "q=1",
                FILM + "Xq=1",
                FILM + "%3Fq=1",
                FILM + "/?q=1",
                SITE + "/films/b.mp4?q=1")) {
            viewers.assertDoesNotCover(one, url);
        }
        viewers.assertDoesNotCover("http://*/films/a.mp4\\?*", FILM);
        viewers.assertDoesNotCover("http://*/films/*\\?q=?", FILM + "?q=12");
        viewers.assertDoesNotCover("http://*/films/*\\?q=?", FILM + "?q=");
        viewers.assertDoesNotCover("http://*/films/*\\?q=1", FILM + "?a=b?q=1");
        viewers.assertDoesNotCover("http://*/films/*?mp4?q=*", FILM + "?q=1");
        viewers.assertDoesNotCover("http://*/films/a?mp4", FILM + "?q=1");
        viewers.assertCovers(one, FILM + "?q=1");
    }

    @Check(
            id = "no-way-out",
            title = "no wildcard covers a path that leads somewhere else than it seems to",
            reference = "RFC 3986 §5.2.4; CloudFront guide: custom policy, wildcards")
    void noWayOut(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        String storm = "http://www.example.org/films/storm/*";
        viewers.assertCovers(storm, SITE + "/films/storm/1.mp4");
        viewers.assertCovers(storm, SITE + "/films/storm/.../..a/b..mp4");
        viewers.assertCovers(storm, SITE + "/films/storm/1.mp4?next=/../a.mp4");

        for (String path : List.of(
                "/films/storm/../a.mp4",
                "/films/storm/%2e%2e/a.mp4",
                "/films/storm/.%2E/a.mp4",
                "/films/storm/%2E./a.mp4",
                "/films/storm/..%2fa.mp4",
                "/films/storm/b%2F..%2Fa.mp4",
                "/films/storm/./a.mp4",
                "/films/storm/%2e/a.mp4",
                "/films/storm/b/../../a.mp4",
                "/films/storm/b/..",
                "/films/storm/b/%2e%2e",
                "/films/storm/b/..%5C..%5Ca.mp4",
                "/films/storm/../a.mp4?q=1")) {
            for (String resource :
                    List.of(storm, "http://www.example.org/films/*", "http://*/films/storm*", "http://www.example.*")) {
                viewers.assertDoesNotCover(resource, SITE + path);
            }
        }
        String dots = "/films/storm/../a.mp4";
        viewers.assertCovers(SITE + dots, SITE + dots);
        viewers.assertDoesNotCover(SITE + dots, SITE + "/films/a.mp4");
        viewers.assertCovers(storm, SITE + "/films/storm/2.mp4");
    }

    private static CustomViewers viewers(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec(BothWays.id(fixtures.randoms()));
        return new CustomViewers(Gated.by(server, fixtures, signer), signer);
    }
}
