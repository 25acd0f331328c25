package edgecraft.access;

import edgecraft.kit.Todo;
import java.net.http.HttpHeaders;

/** Steps 4.1 and 4.2: decides what a viewer gets of the bucket's answer. */
final class ObjectFields {

    private ObjectFields() {}

    /**
     * What the viewer gets: an object with what describes it; of everything else a status, without the bucket's words.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param status the bucket's: {@code 304}, {@code 403}, {@code 404}, {@code 412} and {@code 416} stay what they are, all other
     *     failures and redirects are a {@code 502}, for the viewer can do nothing about them
     * @param bucket the bucket's fields
     */
    static Reply forViewer(String method, int status, HttpHeaders bucket) {
        throw new Todo("4.1", "what the viewer gets of an answer");
    }
}
