package edgecraft.workshop.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a module is, as its {@code exercise.yaml} says.
 *
 * @param contract the kit's contract that the module is written for
 * @param module its directory, for example {@code 1-origin}
 * @param title for people
 * @param packageName where the learner's files live
 * @param entry the class that implements {@code Exercise}
 * @param settings the settings record
 * @param scene what stands around an instance in the checks
 * @param bucket whether its checks have an S3 bucket; they do if the file says nothing
 * @param given files that are not the learner's, relative to the package's directory
 * @param libraries the subject's class path, as {@code group:artifact}
 * @param resources the learner's resources that count, relative to {@code src/main/resources}
 * @param forbidden names that a learner may not refer to
 * @param steps in the order in which they are taken
 */
public record ModuleSpec(
        int contract,
        String module,
        String title,
        @JsonProperty("package") String packageName,
        String entry,
        String settings,
        String scene,
        Boolean bucket,
        List<String> given,
        List<String> libraries,
        List<String> resources,
        List<Forbidden> forbidden,
        List<StepSpec> steps) {

    /** The contract of this kit. */
    public static final int CONTRACT = 1;

    /** The module's number: {@code 1} of {@code 1-origin}. */
    public String number() {
        return module.substring(0, module.indexOf('-'));
    }

    /** Its directory in a clone, with a slash at the end, as file names are told to learners. */
    public String directory() {
        return "modules/" + module + "/";
    }

    /** Where Java files of the module's package are, below the module's directory. */
    public String packageDirectory() {
        return "src/main/java/" + packageName.replace('.', '/');
    }

    /** Whether a file is given: not the learner's, though in their package. */
    public boolean isGiven(String file) {
        String prefix = packageDirectory() + "/";
        return file.startsWith(prefix) && given.contains(file.substring(prefix.length()));
    }

    /**
     * Whether a file is the learner's: every {@code .java} file in the package or below that is not given, and the resources
     * that the module lists.
     *
     * @param file relative to the module's directory, with forward slashes
     */
    public boolean isLearners(String file) {
        String resource = "src/main/resources/";
        return file.startsWith(resource)
                ? resources.contains(file.substring(resource.length()))
                : file.startsWith(packageDirectory() + "/") && file.endsWith(".java") && !isGiven(file);
    }

    /** The same with more steps at the end. */
    public ModuleSpec with(List<StepSpec> more) {
        List<StepSpec> all = Stream.concat(steps.stream(), more.stream()).toList();
        return new ModuleSpec(
                contract,
                module,
                title,
                packageName,
                entry,
                settings,
                scene,
                bucket,
                given,
                libraries,
                resources,
                forbidden,
                all);
    }

    /** Whether a step is an instructor's own: then it has no lesson and no hint. Its number is 100 or more. */
    public static boolean isPrivate(String step) {
        return step.matches("\\d+\\.[1-9]\\d{2,}");
    }

    /** The ids of all checks, in order. */
    public List<String> checkIds() {
        return steps.stream().flatMap(step -> step.checkIds().stream()).toList();
    }

    /** The step with this id. */
    public Optional<StepSpec> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The gates that these checks wait for, themselves not included. */
    public List<String> gatesOf(List<String> checks) {
        return steps.stream()
                .filter(step -> step.checkIds().stream().anyMatch(checks::contains))
                .flatMap(step -> step.needs().stream())
                .distinct()
                .toList();
    }

    /** The gates that one check waits for. */
    public List<String> gatesOf(String check) {
        return step(stepOf(check)).stream()
                .flatMap(step -> step.needs().stream())
                .filter(gate -> !gate.equals(check))
                .toList();
    }

    /** The step's part of a check's id. */
    public static String stepOf(String check) {
        return check.substring(0, check.indexOf('/'));
    }

    /**
     * A name that is out of bounds.
     *
     * @param prefix the beginning of a qualified class name
     * @param reason said to the learner
     */
    public record Forbidden(String prefix, String reason) {}

    /**
     * A numbered part of a module.
     *
     * @param id for example {@code 1.1}
     * @param title for people
     * @param bonus counted apart
     * @param points for all checks passed
     * @param needs ids of gates
     * @param checks ids of its checks, without the step
     */
    public record StepSpec(
            String id, String title, boolean bonus, int points, List<String> needs, List<String> checks) {

        /** As people are told it: {@code 1.2 A site}. */
        public String name() {
            return id + " " + title;
        }

        /** The ids of its checks, with the step. */
        public List<String> checkIds() {
            return checks.stream().map(check -> id + "/" + check).toList();
        }
    }

    /** Everything that {@code exercise.yaml} may leave out: lists are empty then, and there is a bucket. */
    public ModuleSpec {
        bucket = orTrue(bucket);
        given = orEmpty(given);
        libraries = orEmpty(libraries);
        resources = orEmpty(resources);
        forbidden = Stream.concat(orEmpty(forbidden).stream(), Stream.of(HOST))
                .distinct()
                .toList();
        steps = orEmpty(steps).stream()
                .map(s -> new StepSpec(s.id, s.title, s.bonus, s.points, orEmpty(s.needs), orEmpty(s.checks)))
                .toList();
    }

    private static final Forbidden HOST =
            new Forbidden("edgecraft.kit.host.", "the host that runs your server is not part of the exercise");

    private static Boolean orTrue(@Nullable Boolean said) {
        return said == null || said;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
