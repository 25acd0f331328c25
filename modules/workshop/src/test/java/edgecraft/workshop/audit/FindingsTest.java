package edgecraft.workshop.audit;

import static edgecraft.workshop.audit.AuditSamples.NONE;
import static edgecraft.workshop.audit.AuditSamples.judged;
import static edgecraft.workshop.audit.AuditSamples.options;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    private static final long SEED = AuditOptions.USUAL_SEED;
    private static final Case REFERENCE = AuditSamples.right(Kind.REFERENCE, "");
    private static final Case ACCEPTED = AuditSamples.right(Kind.ACCEPTED, "other");
    private static final Case CAUGHT = AuditSamples.mistake("caught", "9.1/first", true);
    private static final Case MISSED = AuditSamples.mistake("missed", "9.1/second", true);

    private static final Complaint COMPLAINT =
            new Complaint("9.1/second to fail: it | forgets", "passed", "\u001b[31m`red`");

    private static final Findings MATRIX = new Findings(
            Samples.module(),
            "minio",
            options(true, 1),
            List.of(
                    judged(REFERENCE, SEED, NONE, "passed", "passed", "passed", "passed"),
                    judged(CAUGHT, SEED, NONE, "failed", "passed", "failed", "failed"),
                    judged(MISSED, SEED, List.of(COMPLAINT), "failed", "passed", "passed", "passed")),
            List.of());

    private static final Findings REPEATED = new Findings(
            Samples.module(),
            "embedded",
            options(false, 3),
            List.of(
                    judged(REFERENCE, SEED, NONE, "passed", "passed", "passed", "passed"),
                    judged(ACCEPTED, SEED, NONE, "passed", "passed", "passed", "failed"),
                    judged(REFERENCE, 8, NONE, "passed", "passed", "passed", "passed"),
                    judged(ACCEPTED, 8, NONE, "passed", "passed", "passed", "passed"),
                    judged(ACCEPTED, 9, NONE, "passed", "passed", "passed", "failed")),
            List.of());

    private static final Case REFUSED = AuditSamples.cheat("refused", null);
    private static final Case WINS = AuditSamples.cheat("wins", null);
    private static final Case KILLS = AuditSamples.cheat("kills", "sandbox");

    private static final Findings CHEATS = new Findings(
            Samples.module(),
            "none",
            options(false, 1),
            List.of(judged(REFUSED, SEED, NONE), judged(WINS, SEED, List.of(new Complaint("5 points", "to 30", "")))),
            List.of(KILLS));

    @TempDir
    Path directory;

    @Test
    void the_matrix_tells_which_checks_catch_what_they_are_named_for_and_what_else() {
        Matrix matrix = Matrix.of(MATRIX);
        assertThat(matrix.mistakes())
                .containsExactly(
                        new Matrix.Row("caught", "9.1/first", true, List.of("9.2/third", "9.3/extra")),
                        new Matrix.Row("missed", "9.1/second", false, List.of("9.1/first")));
        assertThat(matrix.caughtAsNamed("9.1/first")).isEqualTo(1);
        assertThat(matrix.caughtBesides("9.1/first")).isEqualTo(1);
        assertThat(matrix.naming("9.1/second")).isEqualTo(1);
        assertThat(matrix.caughtAsNamed("9.1/second")).isZero();
    }

    @Test
    void a_bonus_check_of_an_accepted_answer_may_fail_but_not_now_and_then() {
        assertThat(REPEATED.flakiness())
                .containsExactly(
                        new Flakiness("reference", 2, 0, Map.of()),
                        new Flakiness("accepted/other", 3, 1, Map.of("9.3/extra", List.of(8L))));
        assertThat(REPEATED.failed()).isEmpty();
        assertThat(REPEATED.hold()).isFalse();
    }

    @Test
    void a_core_check_must_pass_however_often_it_does_not() {
        List<Entry> runs = List.of(
                judged(ACCEPTED, 7, NONE, "failed", "passed", "passed", "passed")
                        .entry(),
                judged(ACCEPTED, 8, NONE).entry());
        Flakiness flakiness = Flakiness.of(ACCEPTED, runs);
        assertThat(flakiness.differed()).isEqualTo(2);
        assertThat(flakiness.seeds()).containsEntry("9.1/first", List.of(7L, 8L));
    }

    @Test
    void who_reads_it_at_a_terminal_is_told_what_does_not_hold_and_how_to_look_at_it() {
        assertThat(new AuditText(Style.PLAIN).lines(List.of(MATRIX, REPEATED)))
                .containsExactly(
                        "  ✘ 9-sample mistake/missed, seed 20260101",
                        "      expected  9.1/second to fail: it | forgets",
                        "      it came   passed",
                        "      it said   \\x1b[31m`red`",
                        "      look      ./workshop audit 9 --case mistake/missed --matrix --bucket minio --show",
                        "✘ 9-sample  2 as expected, 1 not   in 3 s, bucket minio, seed 20260101",
                        "✘ 9-sample  5 as expected, 0 not   in 5 s, bucket embedded, seed 20260101",
                        "      accepted/other: 9.3/extra differed with seed 8   ./workshop audit 9 --case accepted/other"
                                + " --show --seed 8",
                        "    5 runs of right answers: 1 with a verdict that differs; with 95 % confidence, at most 65.74 %"
                                + " do");
    }

    @Test
    void it_is_told_what_cheats_earn_what_stops_them_and_which_were_not_tried() throws IOException {
        String skipped = "skipped, since nothing less than a sandbox stops them and there is none here"
                + " (./workshop check 1 --sandbox required tells why): cheat/kills";
        assertThat(new AuditText(Style.PLAIN).lines(List.of(CHEATS)))
                .containsExactly(
                        "  ✘ 9-sample cheat/wins, seed 20260101",
                        "      expected  5 points",
                        "      it came   to 30",
                        "      look      ./workshop audit 9 --case cheat/wins --show",
                        "✘ 9-sample  1 as expected, 1 not   in 2 s, bucket none, seed 20260101",
                        "    " + skipped);
        new AuditFiles(directory).write(List.of(CHEATS));
        assertThat(Files.readString(directory.resolve("audit.md")))
                .contains("| refused | looks about | 5 | there is nothing to see |\n")
                .contains("| wins | looks about | **not as it should** | there is nothing to see |\n")
                .contains("\n" + skipped + "\n");
        assertThat(Files.readString(directory.resolve("audit.json"))).contains("[ \"cheat/kills\" ]");
    }

    @Test
    void the_published_report_is_the_same_for_the_same_findings() throws IOException {
        new AuditFiles(directory).write(List.of(MATRIX, REPEATED));
        assertThat(directory.resolve("audit.md")).hasContent("""
                # Audit of the judge

                `./workshop audit` judges answers of which is known beforehand what must come, and wrote this. What the kinds of cases are stands in the instructor's guide.

                | module | judged | as expected | not | wall time | bucket | seed |
                | --- | ---: | ---: | ---: | ---: | --- | ---: |
                | 9-sample | 3 | 2 | 1 | 3 s | minio | 20260101 |
                | 9-sample | 5 | 5 | 0 | 5 s | embedded | 20260101 |

                ## 9-sample

                ### Not as expected

                `./workshop audit 9 --case mistake/missed --matrix --bucket minio --show`

                * expected 9.1/second to fail: it | forgets
                * it came passed: \\x1b[31m'red'

                | kind | judged | as expected |
                | --- | ---: | ---: |
                | reference | 1 | 1 |
                | mistake | 2 | 1 |

                ### What each check catches

                | check | as named | besides |
                | --- | ---: | ---: |
                | `9.1/first` | 1 of 1 | 1 |
                | `9.1/second` | 0 of 1 | 0 |
                | `9.2/third` | 0 of 0 | 1 |
                | `9.3/extra` | 0 of 0 | 1 |

                ### What catches each mistake

                | mistake | named check | others |
                | --- | --- | --- |
                | caught | `9.1/first` | `9.2/third`, `9.3/extra` |
                | missed | `9.1/second` **does not** | `9.1/first` |

                ## 9-sample

                | kind | judged | as expected |
                | --- | ---: | ---: |
                | reference | 2 | 2 |
                | accepted | 3 | 3 |

                ### Are verdicts steady?

                Right answers, judged again and again with other seeds, 2 at a time; the last column is the most that the share of runs that differ can be, with 95 % confidence (Clopper and Pearson).

                | answer | runs | differed | in | at most |
                | --- | ---: | ---: | --- | ---: |
                | reference | 2 | 0 |  | 77.64 % |
                | accepted/other | 3 | 1 | `9.3/extra` (seed 8) | 86.46 % |
                | **together** | 5 | 1 |  | 65.74 % |
                """);
        assertThat(Files.readString(directory.resolve("audit.json")))
                .contains("\"atMost\" : 0.776")
                .contains("\"named\" : \"9.1/second\"");
    }
}
