package edgecraft.workshop.judge;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Step;
import edgecraft.workshop.course.ModuleSpec;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The checks of a module that are on the class path: they must be exactly those that the module's manifest lists. */
public final class CheckCatalog {

    private final Map<String, Entry> entries;

    private CheckCatalog(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Finds the checks beside the module's scene.
     *
     * @param more an instructor's own
     * @throws MachineFault if they differ from the list in {@code exercise.yaml}
     */
    public static CheckCatalog of(ModuleSpec module, PrivateChecks more) {
        String checks = module.scene().substring(0, module.scene().lastIndexOf('.'));
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
                checks, type -> type.isAnnotationPresent(Step.class), name -> true);
        Map<String, Entry> found = Stream.concat(classes.stream(), more.classes(module).stream())
                .flatMap(CheckCatalog::checksOf)
                .map(Entry::of)
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        TreeSet<String> differing = new TreeSet<>(found.keySet());
        module.checkIds().stream().filter(id -> !differing.remove(id)).forEach(differing::add);
        if (!differing.isEmpty()) {
            throw new MachineFault(
                    "the hidden checks of module " + module.module() + " are not those it lists: " + differing + ".",
                    "Delete the directory .edgecraft/lib and run the command again: it builds the tool anew.");
        }
        return new CheckCatalog(found);
    }

    /** The checks that a class has. */
    static Stream<Method> checksOf(Class<?> type) {
        return ReflectionSupport.findMethods(
                type, method -> method.isAnnotationPresent(Check.class), HierarchyTraversalMode.TOP_DOWN)
                .stream();
    }

    /** The check with this id. */
    public Entry entry(String id) {
        return Objects.requireNonNull(entries.get(id), id);
    }

    /** The id of the check that a method is. */
    static String idOf(Method method) {
        Step step = method.getDeclaringClass().getAnnotation(Step.class);
        return step.value() + "/" + method.getAnnotation(Check.class).id();
    }

    /**
     * A check.
     *
     * @param id for example {@code 1.1/exact-bytes}
     * @param title its claim
     * @param reference where to read on
     * @param method what runs
     */
    public record Entry(String id, String title, String reference, Method method) {

        /** Stands for a check where somebody only wants an instance. */
        static Entry nothing() {
            return new Entry("serve", "", "", Entry.class.getMethods()[0]);
        }

        private static Entry of(Method method) {
            Check check = method.getAnnotation(Check.class);
            return new Entry(idOf(method), check.title(), check.reference(), method);
        }
    }
}
