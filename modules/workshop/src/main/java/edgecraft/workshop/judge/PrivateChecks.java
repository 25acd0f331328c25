package edgecraft.workshop.judge;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.check.Step;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * An instructor's own checks, in steps of their own beside those of the modules. Their numbers begin at 100, so that no later
 * edition has the same.
 *
 * @param steps of whatever modules
 * @param types the classes of their checks
 */
public record PrivateChecks(List<StepSpec> steps, List<Class<?>> types) {

    /** Where there are none. */
    public static final PrivateChecks NONE = new PrivateChecks(List.of(), List.of());

    /**
     * Those in a JAR.
     *
     * @throws Misuse if its classes and its list don't go together
     */
    public static PrivateChecks in(Path jar) {
        PrivateChecks checks = PrivateChecksJar.read(jar);
        checks.mustBeSteps(jar);
        checks.mustBeThoseListed(jar);
        return checks;
    }

    private void mustBeSteps(Path jar) {
        for (StepSpec step : steps) {
            boolean empty = step.checks() == null || step.checks().isEmpty();
            if (!ModuleSpec.isPrivate(step.id()) || empty || step.points() < 0) {
                throw new Misuse(
                        "step " + step.id() + " in " + jar + " is none: steps of your own have numbers from 100 on,"
                                + " such as 1.101, points that are not negative, and checks.");
            }
        }
    }

    private void mustBeThoseListed(Path jar) {
        TreeSet<String> differing = new TreeSet<>();
        types.stream().flatMap(CheckCatalog::checksOf).map(CheckCatalog::idOf).forEach(differing::add);
        steps.stream()
                .flatMap(step -> step.checkIds().stream())
                .filter(id -> !differing.remove(id))
                .forEach(differing::add);
        if (!differing.isEmpty()) {
            throw new Misuse("the checks in " + jar + " are not those that its " + PrivateChecksJar.LIST + " lists: "
                    + differing + ".");
        }
    }

    /**
     * A course with these steps, too.
     *
     * @throws Misuse if one belongs to no module, or waits for a check that is not there
     */
    public Course beside(Course course) {
        steps.forEach(step -> course.moduleOf(step.id()));
        return Course.of(course.modules().stream().map(this::beside).toList());
    }

    private ModuleSpec beside(ModuleSpec module) {
        ModuleSpec all = module.with(
                steps.stream().filter(step -> isOf(module, step.id())).toList());
        all.steps().stream()
                .flatMap(step -> step.needs().stream())
                .filter(gate -> !all.checkIds().contains(gate))
                .findFirst()
                .ifPresent(gate -> {
                    throw new Misuse(
                            "a step needs " + gate + ", and module " + module.module() + " has no such check.");
                });
        return all;
    }

    /** The classes with checks of a module. */
    List<Class<?>> classes(ModuleSpec module) {
        return types.stream().filter(type -> isOf(module, stepOf(type))).toList();
    }

    private static String stepOf(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Step.class)).value();
    }

    private static boolean isOf(ModuleSpec module, String step) {
        return step.startsWith(module.number() + ".");
    }
}
