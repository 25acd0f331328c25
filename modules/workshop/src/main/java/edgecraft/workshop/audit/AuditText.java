package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an audit found out, for somebody at a terminal. */
public final class AuditText {

    private static final String INDENT = "      ";

    private final Style style;

    public AuditText(Style style) {
        this.style = style;
    }

    /** What does not hold, each with the way to look at it; then how much does. */
    public List<String> lines(List<Findings> all) {
        List<String> lines = new ArrayList<>();
        for (Findings findings : all) {
            findings.failed().forEach(judged -> lines.addAll(failure(findings, judged)));
        }
        all.forEach(findings -> lines.addAll(summary(findings)));
        return lines;
    }

    private List<String> failure(Findings findings, Judged judged) {
        List<String> lines = new ArrayList<>();
        lines.add(style.red("  ✘ ") + findings.module().module() + " "
                + judged.entry().id() + ", seed " + judged.entry().seed());
        for (Complaint complaint : judged.entry().complaints()) {
            lines.add(INDENT + "expected  " + indented(complaint.expected()));
            lines.add(INDENT + "it came   " + indented(complaint.came()));
            if (!complaint.said().isBlank()) {
                lines.add(INDENT + "it said   " + indented(complaint.said()));
            }
        }
        lines.add(INDENT + "look      " + LookCommand.of(findings, judged.trial()));
        return lines;
    }

    private static String indented(String text) {
        return Style.harmless(text).strip().replace("\n", "\n" + INDENT + "          ");
    }

    private List<String> summary(Findings findings) {
        int failed = findings.failed().size();
        int held = findings.judged().size() - failed;
        List<String> lines = new ArrayList<>();
        lines.add((findings.hold() ? style.green("✔ ") : style.red("✘ "))
                + style.bold(findings.module().module() + "  " + held + " as expected, " + failed + " not")
                + style.dim("   in " + Durations.words(findings.wall()) + ", bucket " + findings.bucket() + ", seed "
                        + findings.options().seed()));
        if (!findings.skipped().isEmpty()) {
            lines.add("    " + skipped(findings.skipped()));
        }
        List<Flakiness> answers = findings.flakiness();
        if (!answers.isEmpty()) {
            answers.stream()
                    .flatMap(answer -> differing(findings, answer).stream())
                    .forEach(lines::add);
            lines.add("    " + flaky(Flakiness.together(answers)));
        }
        return lines;
    }

    /** What was not tried, and why. */
    static String skipped(List<Case> cases) {
        return "skipped, since nothing less than a sandbox stops them and there is none here (./workshop check 1 --sandbox"
                + " required tells why): " + cases.stream().map(Case::id).collect(Collectors.joining(", "));
    }

    private static List<String> differing(Findings findings, Flakiness answer) {
        return answer.seeds().entrySet().stream()
                .map(check -> INDENT + answer.id() + ": " + check.getKey() + " differed with seed "
                        + Flakiness.seeds(check.getValue()) + "   ./workshop audit "
                        + findings.module().number() + " --case " + answer.id() + " --show --seed "
                        + check.getValue().get(0))
                .toList();
    }

    /** For example {@code 20 runs of right answers: 0 differed; with 95 % confidence, at most 13.91 % do}. */
    private static String flaky(Flakiness together) {
        return together.runs() + " runs of right answers: " + together.differed()
                + " with a verdict that differs; with 95 % confidence, at most " + percent(together.atMost()) + " do";
    }

    /** A share, in percent with two digits. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
