package edgecraft.workshop.report;

import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.StepResult;
import edgecraft.workshop.judge.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a step in plain text: nothing bad, or each check that did not pass. */
final class StepText {

    /** Lines of a conversation that are told at its beginning, and as many at its end. */
    private static final int TOLD_AT_AN_END = 20;

    private StepText() {}

    /** Which checks did not pass, a line each. */
    static String inShort(StepResult step) {
        List<String> lines = new ArrayList<>();
        for (CheckResult check : step.checks()) {
            if (!check.passed()) {
                lines.add(check.verdict().word() + " " + claim(check) + ": " + firstLine(check.message()));
            }
        }
        return Beginning.of(String.join("\n", lines), Beginning.PARAGRAPH);
    }

    /** What happened in each that did not pass, and why that is not right. */
    static String inFull(StepResult step) {
        List<String> lines = new ArrayList<>();
        lines.add(step.passed() + " of " + step.step().checks().size() + " checks passed");
        for (CheckResult check : step.checks()) {
            if (!check.passed()) {
                lines.add("");
                lines.add(check.verdict().word() + " " + claim(check));
                told(check).forEach(line -> lines.add("  " + line));
            }
        }
        return Beginning.of(String.join("\n", lines), Beginning.PAGES);
    }

    private static List<String> told(CheckResult check) {
        List<String> lines = new ArrayList<>();
        if (check.verdict() != Verdict.WAITING) {
            Abridged.lines(
                            ConversationText.lines(check.conversation()),
                            TOLD_AT_AN_END,
                            left -> "… " + left + " lines are left out")
                    .forEach(line -> lines.add(Style.oneLine(line)));
        }
        Style.harmless(check.message()).lines().forEach(lines::add);
        if (!check.printed().isEmpty()) {
            lines.add("your server printed");
            check.printed().forEach(line -> lines.add("  " + Style.oneLine(line)));
        }
        return lines;
    }

    private static String claim(CheckResult check) {
        return check.title().equals(check.id()) ? check.id() : check.id() + " (" + check.title() + ")";
    }

    private static String firstLine(String message) {
        return Style.harmless(message.lines().findFirst().orElse(""));
    }
}
