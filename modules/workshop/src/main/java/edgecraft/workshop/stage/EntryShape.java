package edgecraft.workshop.stage;

import edgecraft.workshop.course.ModuleSpec;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the host needs of a learner's entry class: that it is there, implements {@code Exercise}, and can be made. */
final class EntryShape {

    private EntryShape() {}

    /** What is wrong with the entry class, and the signature that mends it. */
    static List<String> errors(ModuleSpec module, Elements elements) {
        TypeElement entry = elements.getTypeElement(module.entry());
        if (entry == null) {
            return List.of("error: there is no class " + module.entry() + "; restore it: " + declaration(module));
        }
        boolean implementsExercise =
                entry.getInterfaces().stream().anyMatch(type -> type.toString().startsWith("edgecraft.kit.Exercise"));
        boolean canBeMade = ElementFilter.constructorsIn(entry.getEnclosedElements()).stream()
                .anyMatch(EntryShape::isPublicWithoutParameters);
        if (!implementsExercise || !entry.getModifiers().contains(Modifier.PUBLIC)) {
            return List.of("error: the workshop can't make a " + module.entry() + "; restore: " + declaration(module));
        }
        return canBeMade
                ? List.of()
                : List.of("error: " + module.entry() + " needs a public constructor without parameters");
    }

    /** What to add to javac's words about a class that no longer does what its interface says. */
    static String advice(ModuleSpec module, String code) {
        return code.startsWith("compiler.err.does.not.override.abstract")
                        || code.startsWith("compiler.err.method.does.not.override.superclass")
                ? "\n  restore this signature: public Javalin create(" + simple(module.settings()) + " settings)"
                : "";
    }

    private static String declaration(ModuleSpec module) {
        return "public final class " + simple(module.entry()) + " implements Exercise<" + simple(module.settings())
                + ">";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isPublicWithoutParameters(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && constructor.getModifiers().contains(Modifier.PUBLIC);
    }
}
