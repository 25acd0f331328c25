package edgecraft.edge;

import java.io.InputStream;

/** How a fetch turned out for those who wait for it. */
sealed interface Verdict {

    /** Everybody may have this answer, if it is the right variant; its body may still be coming. */
    record Shared(Stored stored, CacheStatus status) implements Verdict {

        /** What a viewer gets. */
        Answer answer(Fields fields) {
            InputStream body = stored.body().open();
            return new Answer(stored.status(), fields, body);
        }
    }

    /** It is not for all: everybody has to ask for themselves. */
    record Alone() implements Verdict {}

    /** There is no answer. */
    record Failed(int status) implements Verdict {}
}
