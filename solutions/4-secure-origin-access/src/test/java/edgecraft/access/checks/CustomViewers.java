package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;

/** Viewers of one gate with custom policies: each shows one in the URL first, and then in cookies. */
record CustomViewers(Gated gate, Signer signer) {

    /** Whoever has this policy, signed, is let in to a target. */
    void assertLetIn(String why, String policy, String target) {
        assertLetIn(why, CustomPass.of(signer, policy), target);
    }

    /** Whoever shows this is let in to a target. */
    void assertLetIn(String why, CustomPass pass, String target) {
        know(target);
        gate.assertLetIn(why + " (URL)", gate.viewer().get(pass.on(target)), target);
        gate.assertLetIn(why + " (cookies)", gate.viewer().get(target, "Cookie", pass.cookies()), target);
    }

    /** Whoever has this policy, signed, is refused. */
    void assertRefused(String why, String policy, String target, String... fields) {
        assertRefused(why, CustomPass.of(signer, policy), target, fields);
    }

    /** Whoever shows this is refused. */
    void assertRefused(String why, CustomPass pass, String target, String... fields) {
        know(target);
        String[] more = new String[fields.length + 2];
        System.arraycopy(fields, 0, more, 0, fields.length);
        more[fields.length] = "Cookie";
        more[fields.length + 1] = pass.cookies();
        gate.assertRefused(why + " (URL)", pass.on(target), fields);
        gate.assertRefused(why + " (cookies)", target, more);
    }

    /** A policy for these URLs, signed, lets in to this one. */
    void assertCovers(String resource, String url) {
        String target = target(url);
        know(target);
        CustomPass pass = pass(resource);
        String why = "the policy's Resource " + resource + " covers " + url;
        gate.assertLetIn(why, site(url).ask(pass.on(target), ""), target);
        gate.assertLetIn(why + " (cookies)", site(url).ask(target, pass.cookies()), target);
    }

    /** A policy for these URLs, signed, lets in to anything but this one. */
    void assertDoesNotCover(String resource, String url) {
        String target = target(url);
        know(target);
        CustomPass pass = pass(resource);
        String why = "the policy's Resource " + resource + " does not cover " + url;
        refused(why, site(url).ask(pass.on(target), ""));
        refused(why + " (cookies)", site(url).ask(target, pass.cookies()));
    }

    private void refused(String why, Answer answer) {
        assertThat(answer).because(why).hasStatus(403);
    }

    private CustomPass pass(String resource) {
        return CustomPass.of(signer, CustomText.of(resource, gate.later()));
    }

    private Site site(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        return new Site(gate, rest.substring(0, rest.indexOf('/')));
    }

    private static String target(String url) {
        return url.substring(url.indexOf('/', url.indexOf("://") + 3));
    }

    private void know(String target) {
        gate.upstream().answer(target).body(Gated.text(target));
    }
}
