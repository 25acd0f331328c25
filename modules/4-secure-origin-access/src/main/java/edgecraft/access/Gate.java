package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.Todo;
import io.javalin.http.Context;

/** Lets in who may ask what is behind it. Thread-safe. */
final class Gate {

    Gate(GateSettings settings) {}

    /**
     * Answers one request: with what upstream answers if the viewer may ask, and with {@code 403} and one sentence if not. The gate
     * is for reading: methods other than {@code GET} and {@code HEAD} get {@code 405} and {@code Allow}.
     */
    void answer(Context ctx) {
        throw new Todo("4.4", "ask upstream if the viewer may ask");
    }
}
