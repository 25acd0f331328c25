package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case.Kind;
import edgecraft.workshop.proof.Cheat;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.report.Style;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What an audit found out, to be published: the same findings make the same text, on every machine. */
final class AuditMarkdown {

    private static final int TOLD = 6;

    private final StringJoiner text = new StringJoiner("\n", "", "\n");

    private AuditMarkdown() {}

    static String of(List<Findings> all) {
        AuditMarkdown markdown = new AuditMarkdown();
        markdown.begin(all);
        all.forEach(markdown::module);
        return markdown.text.toString();
    }

    private void begin(List<Findings> all) {
        line("# Audit of the judge");
        line("");
        line(
                "`./workshop audit` judges answers of which is known beforehand what must come, and wrote this. What the kinds of"
                        + " cases are stands in the instructor's guide.");
        line("");
        line("| module | judged | as expected | not | wall time | bucket | seed |");
        line("| --- | ---: | ---: | ---: | ---: | --- | ---: |");
        for (Findings findings : all) {
            int cases = findings.judged().size();
            int failed = findings.failed().size();
            row(
                    findings.module().module(),
                    cases,
                    cases - failed,
                    failed,
                    Durations.words(findings.wall()),
                    findings.bucket(),
                    findings.options().seed());
        }
    }

    private void module(Findings findings) {
        line("");
        line("## " + findings.module().module());
        failures(findings);
        kinds(findings);
        flakiness(findings);
        cheats(findings);
        Matrix matrix = Matrix.of(findings);
        if (!matrix.mistakes().isEmpty()) {
            checks(findings, matrix);
            mistakes(matrix);
        }
    }

    private void failures(Findings findings) {
        if (findings.failed().isEmpty()) {
            return;
        }
        line("");
        line("### Not as expected");
        for (Judged judged : findings.failed()) {
            line("");
            line("`" + LookCommand.of(findings, judged.trial()) + "`");
            for (Complaint complaint : judged.entry().complaints()) {
                line("");
                line("* expected " + inline(complaint.expected()));
                String said = inline(complaint.said());
                line("* it came " + inline(complaint.came()) + (said.isEmpty() ? "" : ": " + said));
            }
        }
    }

    private void kinds(Findings findings) {
        line("");
        line("| kind | judged | as expected |");
        line("| --- | ---: | ---: |");
        for (Kind kind : Kind.values()) {
            List<Judged> of = findings.of(kind);
            if (!of.isEmpty()) {
                row(
                        kind.word(),
                        of.size(),
                        of.stream().filter(each -> each.entry().holds()).count());
            }
        }
    }

    private void cheats(Findings findings) {
        if (!findings.of(Kind.CHEAT).isEmpty()) {
            line("");
            line("### What cheats earn, and what stops them");
            line("");
            line("What a cheat earns is what its honest part does.");
            line("");
            line("| cheat | what it does | earns | what stops it |");
            line("| --- | --- | ---: | --- |");
            findings.of(Kind.CHEAT).forEach(this::cheat);
        }
        if (!findings.skipped().isEmpty()) {
            line("");
            line(AuditText.skipped(findings.skipped()));
        }
    }

    private void cheat(Judged judged) {
        Cheat cheat = Objects.requireNonNull(judged.trial().subject().cheat());
        row(
                cheat.name(),
                cheat.what().attack(),
                judged.entry().holds() ? cheat.what().earns() : "**not as it should**",
                cheat.what().defence());
    }

    private void flakiness(Findings findings) {
        List<Flakiness> answers = findings.flakiness();
        if (answers.isEmpty()) {
            return;
        }
        line("");
        line("### Are verdicts steady?");
        line("");
        line("Right answers, judged again and again with other seeds, "
                + findings.options().wholeModules()
                + " at a time; the last column is the most that the share of runs that differ can be, with 95 % confidence"
                + " (Clopper and Pearson).");
        line("");
        line("| answer | runs | differed | in | at most |");
        line("| --- | ---: | ---: | --- | ---: |");
        answers.forEach(answer -> row(answer.id(), answer.runs(), answer.differed(), in(answer), percent(answer)));
        Flakiness together = Flakiness.together(answers);
        row("**together**", together.runs(), together.differed(), "", percent(together));
    }

    private static String in(Flakiness answer) {
        return answer.seeds().entrySet().stream()
                .map(check -> "`" + check.getKey() + "` (seed " + Flakiness.seeds(check.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String percent(Flakiness answer) {
        return AuditText.percent(answer.atMost());
    }

    private void checks(Findings findings, Matrix matrix) {
        line("");
        line("### What each check catches");
        line("");
        line(matrix.full() ? "| check | as named | besides |" : "| check | as named |");
        line(matrix.full() ? "| --- | ---: | ---: |" : "| --- | ---: |");
        for (String check : findings.module().checkIds()) {
            String named = matrix.caughtAsNamed(check) + " of " + matrix.naming(check);
            if (matrix.full()) {
                row("`" + check + "`", named, matrix.caughtBesides(check));
            } else {
                row("`" + check + "`", named);
            }
        }
    }

    private void mistakes(Matrix matrix) {
        line("");
        line("### What catches each mistake");
        line("");
        line(matrix.full() ? "| mistake | named check | others |" : "| mistake | named check |");
        line(matrix.full() ? "| --- | --- | --- |" : "| --- | --- |");
        for (Matrix.Row mistake : matrix.mistakes()) {
            String named = "`" + mistake.named() + "`" + (mistake.caught() ? "" : " **does not**");
            if (matrix.full()) {
                row(mistake.name(), named, others(mistake.others()));
            } else {
                row(mistake.name(), named);
            }
        }
    }

    private static String others(List<String> checks) {
        String told =
                checks.stream().limit(TOLD).map(check -> "`" + check + "`").collect(Collectors.joining(", "));
        return checks.size() <= TOLD ? told : told + " and " + (checks.size() - TOLD) + " more";
    }

    private void row(Object... cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |");
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        line(row.toString());
    }

    private static String inline(String said) {
        String first = Style.harmless(said).lines().collect(Collectors.joining(" "));
        return first.replace("`", "'").replace("<", "&lt;");
    }

    private void line(String line) {
        text.add(line);
    }
}
