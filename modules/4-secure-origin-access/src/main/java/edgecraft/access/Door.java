package edgecraft.access;

import edgecraft.kit.DoorSettings;
import edgecraft.kit.Todo;
import io.javalin.http.Context;

/** Asks the bucket for what the cache in front of it doesn't have, and signs that. Thread-safe. */
final class Door {

    Door(DoorSettings settings) {}

    /**
     * Answers one request.
     *
     * <p>Step 4.1: {@code GET} and {@code HEAD} with the object that the bucket has under the path.
     *
     * <p>Step 4.2: other methods with {@code 405} and {@code Allow}; nothing of them reaches the bucket.
     *
     * <p>Step 4.3: {@code GET /.edgecraft/bucket-policy} with the bucket's policy, for operators.
     */
    void answer(Context ctx) {
        throw new Todo("4.1", "answer with the object in the bucket");
    }
}
