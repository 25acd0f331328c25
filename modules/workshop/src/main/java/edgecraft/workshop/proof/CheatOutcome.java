package edgecraft.workshop.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cheat.
 *
 * @param exit the exit code; nothing if the judge had to be ended
 * @param said what was printed
 * @param points core and bonus points in the report, if there is one
 * @param left what it left behind or changed, each told in a few words
 */
record CheatOutcome(
        @Nullable Integer exit, String said, @Nullable Integer points, List<String> left) {

    /** Where it differs from what is said of the cheat; nothing if it is refused as it should be. */
    List<Complaint> complaints(Cheat.What what) {
        List<Complaint> complaints = new ArrayList<>();
        if (exit == null) {
            complaints.add(complaint("the judge to come to an end", "to none, and was ended"));
        } else if (!exit.equals(what.exit())) {
            complaints.add(complaint("exit code " + what.exit(), "to " + exit));
        }
        if (points == null) {
            complaints.add(complaint("a report", "to none"));
        } else if (points != what.earns()) {
            complaints.add(complaint(what.earns() + " points", "to " + points));
        }
        Cheat.orEmpty(what.says()).stream()
                .filter(text -> !said.contains(text))
                .forEach(text -> complaints.add(complaint("to be told: " + text, "something else")));
        Cheat.orEmpty(what.silent()).stream()
                .filter(said::contains)
                .forEach(text -> complaints.add(complaint("never to be told: " + text, "nevertheless")));
        if (said.codePoints().anyMatch(CheatOutcome::isObeyed)) {
            complaints.add(complaint("nothing that a terminal obeys", "control characters"));
        }
        left.forEach(each -> complaints.add(complaint("nothing to stay behind or to change", each)));
        return complaints;
    }

    private static Complaint complaint(String expected, String came) {
        return new Complaint(expected, came, "");
    }

    /** A plain report has line ends, and otherwise nothing that a terminal obeys. */
    private static boolean isObeyed(int c) {
        return c != '\n' && c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
