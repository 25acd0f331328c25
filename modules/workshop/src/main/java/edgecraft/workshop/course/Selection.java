package edgecraft.workshop.course;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody asked to be checked: a module, one of its steps, or one check.
 *
 * @param module the module it is in
 * @param checks the ids of the checks asked for, in order
 */
public record Selection(ModuleSpec module, List<String> checks) {

    /** All of a module. */
    public static Selection all(ModuleSpec module) {
        return new Selection(module, module.checkIds());
    }

    /**
     * Reads {@code 1}, {@code 1-origin}, {@code 1.2} or {@code 1.2/root-object}; no text asks for every module.
     *
     * @throws Misuse if there is no such thing; the message names what there is
     */
    public static List<Selection> of(Course course, List<String> texts) {
        if (texts.isEmpty()) {
            return course.modules().stream().map(Selection::all).toList();
        }
        List<Selection> selections = new ArrayList<>();
        for (String text : texts) {
            selections.add(of(course, text));
        }
        return selections;
    }

    /** Reads one of them. */
    public static Selection of(Course course, String text) {
        String step = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
        if (!step.contains(".")) {
            return all(course.module(text));
        }
        ModuleSpec module = course.moduleOf(step);
        StepSpec found = module.step(step)
                .orElseThrow(() -> new Misuse("module " + module.module() + " has no step " + step + "; it has "
                        + String.join(
                                ", ", module.steps().stream().map(StepSpec::id).toList()) + "."));
        if (!text.contains("/")) {
            return new Selection(module, found.checkIds());
        }
        if (!found.checkIds().contains(text)) {
            throw new Misuse(
                    "step " + step + " has no check " + text + "; it has " + String.join(", ", found.checkIds()) + ".");
        }
        return new Selection(module, List.of(text));
    }

    /** Whether all checks of the module were asked for. */
    public boolean isWholeModule() {
        return checks.equals(module.checkIds());
    }
}
