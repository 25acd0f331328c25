package edgecraft.workshop.grade;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.intake.Delivery;
import edgecraft.workshop.intake.HandedIn;
import edgecraft.workshop.intake.Intake;
import edgecraft.workshop.intake.Unusable;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the modules in a submission, one after the other, with everything pristine but the learner's files. */
public final class Grader {

    private final Workspace workspace;
    private final Course course;
    private final Buckets buckets;
    private final JudgeOptions options;
    private final Judge judge;

    /**
     * @param course the modules that are graded
     * @param options how, the same for all submissions
     */
    public Grader(Workspace workspace, Course course, Buckets buckets, JudgeOptions options) {
        this.workspace = workspace;
        this.course = course;
        this.buckets = buckets;
        this.options = options;
        this.judge = Judge.withoutLogs(workspace, buckets);
    }

    /**
     * Grades.
     *
     * @param asked what must be there; none for what is found
     * @param commit of a repository, if not what is there now
     */
    public Graded grade(String name, Path submission, List<ModuleSpec> asked, @Nullable String commit) {
        Path scratch = Runs.begin(workspace);
        try (Delivery delivery = Delivery.open(submission, commit, scratch)) {
            Intake.Found found =
                    new Intake(workspace, course).take(delivery, Workspace.directory(scratch.resolve("modules")));
            return judged(name, found, asked);
        } catch (Unusable unusable) {
            return new Graded(name, nothing(asked, String.valueOf(unusable.getMessage())), Map.of(), "");
        } catch (Misuse misuse) {
            return Graded.refused(name, String.valueOf(misuse.getMessage()));
        } finally {
            Workspace.delete(scratch);
        }
    }

    private Graded judged(String name, Intake.Found found, List<ModuleSpec> asked) {
        List<ModuleResult> results = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (HandedIn handedIn : found.modules()) {
            if (asked.isEmpty() || asked.contains(handedIn.module())) {
                results.add(result(handedIn));
                names.putAll(handedIn.names());
            }
        }
        List<ModuleSpec> missing = asked.isEmpty() && results.isEmpty()
                ? course.modules()
                : asked.stream()
                        .filter(module -> found.modules().stream()
                                .noneMatch(there -> there.module().equals(module)))
                        .toList();
        missing.forEach(module -> results.add(
                notJudged(module, List.of("error: no file of package " + module.packageName() + " was handed in"))));
        // What is ignored is ignored of the whole submission; it is told once.
        results.set(0, results.get(0).noting(found.ignored()));
        return new Graded(name, List.copyOf(results), names, "");
    }

    private ModuleResult result(HandedIn handedIn) {
        return handedIn.errors().isEmpty()
                ? judge.judge(Selection.all(handedIn.module()), List.of(handedIn.directory()), options)
                : notJudged(handedIn.module(), handedIn.errors());
    }

    private List<ModuleResult> nothing(List<ModuleSpec> asked, String why) {
        return (asked.isEmpty() ? course.modules() : asked)
                .stream()
                        .map(module -> notJudged(module, List.of("error: " + why)))
                        .toList();
    }

    private ModuleResult notJudged(ModuleSpec module, List<String> errors) {
        return new ModuleResult(
                module,
                options.seed(),
                buckets.of(module).make(),
                options.isolation().word(),
                List.of(),
                errors,
                options.isolation().notes());
    }
}
