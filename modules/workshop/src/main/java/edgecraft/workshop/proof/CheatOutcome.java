package edgecraft.workshop.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cheat.
 *
 * @param exit the exit code
 * @param said what was printed
 * @param points core and bonus points in the report, if there is one
 * @param left what it left behind or changed, each told in a few words
 */
record CheatOutcome(int exit, String said, @Nullable Integer points, List<String> left) {

    /** Where it differs from what is said of the cheat; nothing if it is refused as it should be. */
    List<String> complaints(Cheat.What what) {
        List<String> complaints = new ArrayList<>();
        if (points == null) {
            complaints.add("there is no report");
        } else if (points != what.earns()) {
            complaints.add("it earns " + points + " points, not " + what.earns());
        }
        if (!Integer.valueOf(exit).equals(what.exit())) {
            complaints.add("the exit code is " + exit + ", not " + what.exit());
        }
        Cheat.orEmpty(what.says()).stream()
                .filter(text -> !said.contains(text))
                .forEach(text -> complaints.add("it is not told: " + text));
        Cheat.orEmpty(what.silent()).stream()
                .filter(said::contains)
                .forEach(text -> complaints.add("it is told: " + text));
        if (said.codePoints().anyMatch(CheatOutcome::isObeyed)) {
            complaints.add("control characters are printed");
        }
        complaints.addAll(left);
        return complaints;
    }

    /** A plain report has line ends, and otherwise nothing that a terminal obeys. */
    private static boolean isObeyed(int c) {
        return c != '\n' && c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
