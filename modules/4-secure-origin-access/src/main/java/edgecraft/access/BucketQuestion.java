package edgecraft.access;

import edgecraft.kit.DoorSettings;
import edgecraft.kit.Todo;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Steps 4.1 and 4.2: what the bucket is asked for a viewer. What is signed is what is sent.
 *
 * @param uri where the object is
 * @param fields all fields to send, but for {@code Host}
 */
record BucketQuestion(URI uri, Map<String, List<String>> fields) {

    /**
     * The question for one object.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param path as the viewer sent it
     * @param viewer all fields of the viewer's request: values by names
     * @throws IllegalArgumentException if the path has a percent sign without two hex digits
     */
    static BucketQuestion of(String method, String path, Map<String, List<String>> viewer, DoorSettings settings) {
        throw new Todo("4.1", "what to ask of the bucket");
    }
}
