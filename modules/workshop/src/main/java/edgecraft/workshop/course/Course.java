package edgecraft.workshop.course;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Pristine;
import java.util.List;

/** The modules of a clone, as their pristine {@code exercise.yaml} files describe them. */
public final class Course {

    private final List<ModuleSpec> modules;

    private Course(List<ModuleSpec> modules) {
        this.modules = modules;
    }

    /**
     * Reads all modules.
     *
     * @throws MachineFault if one can't be read, or was made for another kit
     */
    public static Course in(Workspace workspace) {
        return new Course(Pristine.modules().stream()
                .map(module -> new Pristine(workspace, module))
                .map(pristine -> Yaml.read(pristine.file("exercise.yaml"), ModuleSpec.class))
                .map(Course::understood)
                .toList());
    }

    /** A course of these modules. */
    public static Course of(List<ModuleSpec> modules) {
        return new Course(List.copyOf(modules));
    }

    /** All of them, in order. */
    public List<ModuleSpec> modules() {
        return modules;
    }

    /**
     * The module with this number or name.
     *
     * @throws Misuse if there is none
     */
    public ModuleSpec module(String name) {
        return modules.stream()
                .filter(module ->
                        module.number().equals(name) || module.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misuse("there is no module " + name + "; there is "
                        + String.join(
                                ", ", modules.stream().map(ModuleSpec::module).toList()) + "."));
    }

    /**
     * The module that a step belongs to.
     *
     * @param step for example {@code 1.2}
     * @throws Misuse if there is none
     */
    public ModuleSpec moduleOf(String step) {
        return module(step.substring(0, step.indexOf('.')));
    }

    private static ModuleSpec understood(ModuleSpec module) {
        if (module.contract() != ModuleSpec.CONTRACT) {
            throw new MachineFault(
                    "module " + module.module() + " was made for contract " + module.contract()
                            + "; this kit is contract " + ModuleSpec.CONTRACT + ".",
                    "Update your clone to the edition that the module came with: git pull");
        }
        return module;
    }
}
