package edgecraft.workshop.proof;

import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import edgecraft.workshop.proof.Layered.Expectation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must come of the kinds of cases there are. */
final class Expectations {

    private static final String STUB = "is not built yet";

    private Expectations() {}

    /** Every check fails, and by a stub: what fails by accident shows nothing. */
    static Expectation everyCheckFailsByAStub() {
        return result -> compiled(result, checks(result, check -> true, Expectations::stub));
    }

    /** No points, core and bonus together. */
    static Expectation noPoints() {
        return points(0);
    }

    /** These points, core and bonus together; a number that is written down nowhere is none. */
    static Expectation points(@Nullable Integer known) {
        return result -> {
            int came = result.points(false) + result.points(true);
            return compiled(
                    result,
                    known != null && known == came
                            ? broken(result)
                            : List.of(new Complaint(
                                    known == null ? "points that are written down" : known + " points",
                                    "to " + came,
                                    "passed: " + passed(result))));
        };
    }

    /** Every check passes, and that is all the points there are. */
    static Expectation everything() {
        return result -> compiled(
                result,
                Stream.of(
                                checks(result, check -> true, Expectations::pass).stream(),
                                allPoints(result, false),
                                allPoints(result, true))
                        .flatMap(complaints -> complaints)
                        .toList());
    }

    /** Every core check passes; of the bonus, nothing is broken. */
    static Expectation allOfTheCore() {
        return result -> {
            List<String> core = result.module().steps().stream()
                    .filter(step -> !step.bonus())
                    .flatMap(step -> step.checkIds().stream())
                    .toList();
            List<Complaint> complaints = checks(
                    result,
                    check -> core.contains(check.id()) || check.verdict() == Verdict.BROKEN,
                    Expectations::pass);
            return compiled(
                    result,
                    Stream.concat(complaints.stream(), allPoints(result, false)).toList());
        };
    }

    /** The check that the mistake names fails; nothing is broken, whatever else it may fail. */
    static Expectation caught(Mistake mistake) {
        return result -> compiled(
                result,
                checks(
                        result,
                        check -> check.id().equals(mistake.check()) || check.verdict() == Verdict.BROKEN,
                        check -> caught(mistake, check)));
    }

    private static Stream<Complaint> caught(Mistake mistake, CheckResult check) {
        boolean named = check.id().equals(mistake.check());
        return named && check.verdict() == Verdict.FAILED
                ? Stream.empty()
                : Stream.of(complaint(check, named ? "to fail: " + mistake.reason() : "to pass or to fail"));
    }

    private static Stream<Complaint> allPoints(ModuleResult result, boolean bonus) {
        int came = result.points(bonus);
        int most = result.maxPoints(bonus);
        return came == most
                ? Stream.empty()
                : Stream.of(new Complaint(most + (bonus ? " bonus points" : " core points"), "to " + came, ""));
    }

    private static Stream<Complaint> pass(CheckResult check) {
        return check.passed() ? Stream.empty() : Stream.of(complaint(check, "to pass"));
    }

    private static Stream<Complaint> stub(CheckResult check) {
        boolean stub = check.verdict() == Verdict.FAILED && check.message().contains(STUB);
        return stub ? Stream.empty() : Stream.of(complaint(check, "to fail by '" + STUB + "'"));
    }

    private static List<Complaint> broken(ModuleResult result) {
        return checks(
                result,
                check -> check.verdict() == Verdict.BROKEN,
                check -> Stream.of(complaint(check, "to pass or to fail")));
    }

    private static Complaint complaint(CheckResult check, String expected) {
        return new Complaint(check.id() + " " + expected, check.verdict().word(), check.message());
    }

    private static List<Complaint> checks(
            ModuleResult result, Predicate<CheckResult> which, Function<CheckResult, Stream<Complaint>> complaints) {
        return result.results().stream().filter(which).flatMap(complaints).toList();
    }

    /** What does not compile was not judged, and so it is never what was expected. */
    private static List<Complaint> compiled(ModuleResult result, List<Complaint> complaints) {
        return result.compiled()
                ? complaints
                : List.of(
                        new Complaint("code that compiles", "with errors", String.join("\n", result.compileErrors())));
    }

    private static List<String> passed(ModuleResult result) {
        return result.results().stream()
                .filter(CheckResult::passed)
                .map(CheckResult::id)
                .toList();
    }
}
