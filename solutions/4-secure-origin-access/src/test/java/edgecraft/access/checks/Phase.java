package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import java.util.List;

/**
 * A gate that is one of several for the same site, as when its settings change: viewers reach all of them by the same name, with the
 * same URLs and cookies.
 *
 * @param when half a sentence about its settings, for example {@code while the group has both keys}
 */
record Phase(Gated gate, String when) {

    private static final String SITE = "films.example.org";

    /**
     * What viewers have of a signer for a film of this site, for a while.
     *
     * @param target to ask for
     * @param cookies the value of {@code Cookie}; empty for none
     */
    record Pass(String target, String cookies) {}

    /** What viewers have of a signer for a film: a URL, and cookies. */
    static List<Pass> passes(Gated gate, Signer signer, String film) {
        String url = "http://" + SITE + film;
        String signed = signer.url(url, gate.later());
        return List.of(
                new Pass(signed.substring(url.length() - film.length()), ""),
                new Pass(film, String.join("; ", signer.cookies(url, gate.later()))));
    }

    /** The gate lets in to the film whoever shows one of these. */
    void assertLetsIn(String why, List<Pass> passes, String film) {
        for (Pass pass : passes) {
            gate.assertLetIn(why + " " + when, new Site(gate, SITE).ask(pass.target(), pass.cookies()), film);
        }
    }

    /** The gate refuses whoever shows one of these. */
    void assertRefuses(String why, List<Pass> passes) {
        for (Pass pass : passes) {
            assertThat(new Site(gate, SITE).ask(pass.target(), pass.cookies()))
                    .because(why + " " + when)
                    .hasStatus(403);
        }
    }
}
