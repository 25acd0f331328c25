package edgecraft.workshop.report;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import edgecraft.workshop.judge.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A result for somebody at a terminal: what is done, what is not, and what to do next. */
public final class ConsoleReport {

    /** Failures told with their whole conversation; the others in one line, so that the first are not lost. */
    private static final int TOLD_IN_FULL = 2;

    /** Lines of a conversation that are told at its beginning, and as many at its end. */
    private static final int TOLD_AT_AN_END = 40;

    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final Style style;
    private final Path root;
    private final Disclosure disclosure;

    /** @param root file names are told relative to it */
    public ConsoleReport(PrintWriter out, Style style, Path root) {
        this(out, style, root, Disclosure.FULL);
    }

    /** @param disclosure how much of the results is told, and so what there is to say besides */
    public ConsoleReport(PrintWriter out, Style style, Path root, Disclosure disclosure) {
        this.out = out;
        this.style = style;
        this.root = root;
        this.disclosure = disclosure;
    }

    /**
     * Prints a module's result.
     *
     * @param result as it may be told, see {@link Disclosure}
     */
    public void print(ModuleResult result) {
        String bucket = result.module().bucket() ? "bucket " + result.bucket() + " · " : "";
        String sandbox = result.sandbox().equals("none") ? "" : "sandbox " + result.sandbox() + " · ";
        out.println(style.bold(result.module().module() + "  " + result.module().title())
                + style.dim("   " + bucket + sandbox + "seed " + result.seed()));
        result.notes().forEach(note -> out.println(style.yellow("  note: ") + Style.oneLine(note)));
        if (!result.compiled()) {
            printCompileErrors(result);
            return;
        }
        int told = 0;
        for (StepResult step : result.steps()) {
            printHeadline(step);
            for (CheckResult check : step.checks()) {
                if (check.passed()) {
                    printFindings(check);
                } else if (check.gate() == null) {
                    printFailure(result, check, told++ < TOLD_IN_FULL);
                }
            }
            printWaiting(step);
        }
        out.flush();
    }

    private void printCompileErrors(ModuleResult result) {
        out.println(style.red("  ✘ your code does not compile; nothing was checked"));
        result.compileErrors().forEach(error -> out.println(indent(Style.harmless(error), "    ")));
        out.println(
                "  next      mend the first error, then run the same command again; later ones often vanish with it");
        out.flush();
    }

    private void printHeadline(StepResult step) {
        String mark = step.passed() == step.checks().size() ? style.green("✔") : style.red("✘");
        String bonus = step.bonus() ? " (bonus)" : "";
        boolean whole = step.checks().size() == step.step().checks().size();
        String points = whole ? "   " + step.points() + " of " + step.maxPoints() + " points" : "";
        out.println("%-46s %s %2d/%-2d%s"
                .formatted(
                        step.step().name() + bonus,
                        mark,
                        step.passed(),
                        step.checks().size(),
                        points)
                .stripTrailing());
    }

    private void printFindings(CheckResult check) {
        List<String> findings = check.findings();
        if (!findings.isEmpty()) {
            out.println(style.green("    ✔ ") + check.title());
            findings.forEach(finding -> out.println("      " + Style.oneLine(finding)));
        }
    }

    private void printFailure(ModuleResult result, CheckResult check, boolean inFull) {
        boolean broken = check.verdict() == Verdict.BROKEN;
        String claim = (broken ? style.yellow("    ! ") : style.red("    ✘ ")) + check.title();
        out.println(padded(claim, check.title().length() + 6, check.reference()));
        if (!inFull && !broken) {
            out.println("      " + firstLine(check.message()) + style.dim("   ./workshop check " + check.id()));
            return;
        }
        conversation(check).forEach(line -> out.println("      " + Style.oneLine(line)));
        String message = Style.harmless((broken ? "broken, not your fault: " : "") + check.message());
        wrapped(message).forEach(line -> out.println("      " + style.bold(line)));
        if (!check.printed().isEmpty()) {
            out.println(style.dim("      your server printed"));
            check.printed().forEach(line -> out.println(style.dim("        " + Style.oneLine(line))));
        }
        if (disclosure.tellsHowToSee(check)) {
            printNext(result, check);
        }
    }

    /** An instructor's own checks can't be asked by hand, and have no hints. */
    private void printNext(ModuleResult result, CheckResult check) {
        boolean ours = !ModuleSpec.isPrivate(ModuleSpec.stepOf(check.id()));
        if (ours) {
            out.println("      by hand   ./workshop serve " + result.module().number() + " --like " + check.id()
                    + " --seed " + result.seed());
        }
        if (check.log() != null) {
            out.println("      log       " + root.relativize(check.log()));
        }
        if (ours) {
            out.println("      hint      ./workshop hint " + ModuleSpec.stepOf(check.id()));
        }
    }

    private static List<String> conversation(CheckResult check) {
        return Abridged.lines(
                ConversationText.lines(check.conversation()),
                TOLD_AT_AN_END,
                left -> "… " + left + " lines are left out; ./workshop check " + check.id()
                        + " --report DIR writes them all");
    }

    private void printWaiting(StepResult step) {
        Map<String, Long> waiting = step.checks().stream()
                .flatMap(check -> Optional.ofNullable(check.gate()).stream())
                .collect(Collectors.groupingBy(gate -> gate, LinkedHashMap::new, Collectors.counting()));
        waiting.forEach((gate, count) -> out.println(style.dim(
                "    · " + count + (count == 1 ? " check waits" : " checks wait") + " until " + gate + " passes")));
    }

    private String padded(String text, int visible, String reference) {
        return text + " ".repeat(Math.max(2, WIDTH - visible - reference.length())) + style.dim(reference);
    }

    /** Long sentences broken between words; lines that are broken already stay as they are. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().split("\n")) {
            String rest = line;
            while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 0) {
                int space = rest.lastIndexOf(' ', WIDTH);
                lines.add(rest.substring(0, space));
                rest = rest.substring(space + 1);
            }
            lines.add(rest);
        }
        return lines;
    }

    private static String firstLine(String message) {
        return Style.harmless(message.lines().findFirst().orElse(""));
    }

    private static String indent(String text, String by) {
        return by + text.strip().replace("\n", "\n" + by);
    }
}
