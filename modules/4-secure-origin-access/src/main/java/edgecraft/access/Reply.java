package edgecraft.access;

import java.util.List;
import java.util.Map;

/**
 * What a viewer gets of another server's answer.
 *
 * @param status the status code
 * @param fields the fields to send, values by names; without those of a connection ({@code Transfer-Encoding}, …)
 * @param hasBody whether the bytes of the other server's answer follow; false for an answer without a body
 */
record Reply(int status, Map<String, List<String>> fields, boolean hasBody) {

    /** Only a status. */
    static Reply of(int status) {
        return new Reply(status, Map.of(), false);
    }
}
