package edgecraft.edge.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The owner of the site, who has the token for invalidations.
 *
 * @param viewer by whom the edge is asked
 * @param token the secret in the edge's settings
 */
record Owner(Viewer viewer, String token) {

    static final String INVALIDATIONS = "/.edgecraft/invalidations";

    static Owner of(Fixtures fixtures, Viewer viewer) {
        return new Owner(viewer, EdgeScene.settingsFor(fixtures).invalidationToken());
    }

    /** Asks the edge to forget these paths. */
    Answer invalidates(String... lines) {
        return sends("POST", INVALIDATIONS, String.join("\n", lines));
    }

    /** Asks the edge anything, with the token. */
    Answer sends(String method, String target, String text) {
        return sends(method, target, text, "Authorization", "Bearer " + token);
    }

    /** Asks to forget a path, with what somebody else holds for the token; the fields are pairs of name and value. */
    Answer pretends(String path, String... fields) {
        return sends("POST", INVALIDATIONS, path, fields);
    }

    private Answer sends(String method, String target, String text, String... fields) {
        return typed("text/plain", method, target, text, fields);
    }

    /** Asks the edge to forget a path, and calls the text by another Content-Type. */
    Answer invalidatesAs(String type, String text) {
        return typed(type, "POST", INVALIDATIONS, text, "Authorization", "Bearer " + token);
    }

    private Answer typed(String type, String method, String target, String text, String... fields) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(fields));
        if (body.length > 0) {
            all.addAll(List.of("Content-Type", type));
        }
        return viewer.send(method, target, body, all.toArray(new String[0]));
    }
}
