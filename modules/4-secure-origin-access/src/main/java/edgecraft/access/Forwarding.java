package edgecraft.access;

import edgecraft.kit.Todo;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Steps 4.4 and 4.5: decides which fields go on to what is behind the gate, and which of its answer to the viewer. */
final class Forwarding {

    private Forwarding() {}

    /**
     * The fields that upstream is asked with: the viewer's, without the cookies that were for the gate.
     *
     * @param viewer all fields of the viewer's request: values by names
     */
    static Map<String, List<String>> toUpstream(Map<String, List<String>> viewer) {
        throw new Todo("4.4", "the fields that upstream is asked with");
    }

    /** What the viewer gets of upstream's answer: all but what is about the connection. */
    static Reply toViewer(String method, HttpResponse<?> answer) {
        throw new Todo("4.4", "what the viewer gets of an answer");
    }
}
