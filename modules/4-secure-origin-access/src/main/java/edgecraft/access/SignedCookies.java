package edgecraft.access;

import edgecraft.kit.Todo;
import java.util.List;

/** Step 4.5: reads what a viewer's cookies have to be let in with. Names are compared as sent, with their case. */
final class SignedCookies {

    private SignedCookies() {}

    /**
     * The pass in cookies.
     *
     * @param lines the values of all {@code Cookie} fields
     * @throws Refusal if there is none
     */
    static Pass pass(List<String> lines) throws Refusal {
        throw new Todo("4.5", "read signed cookies");
    }

    /** All other cookies of a {@code Cookie} field, as sent; empty if there is none. */
    static String others(String line) {
        throw new Todo("4.5", "the cookies that go on");
    }
}
