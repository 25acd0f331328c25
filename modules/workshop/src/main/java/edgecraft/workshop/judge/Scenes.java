package edgecraft.workshop.judge;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.ModuleSpec;

/** Finds the scene of a module. */
public final class Scenes {

    private Scenes() {}

    /**
     * A new scene.
     *
     * @throws MachineFault if the tool was built without the module's checks
     */
    public static Scene<?> of(ModuleSpec module) {
        try {
            return Class.forName(module.scene())
                    .asSubclass(Scene.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new MachineFault(
                    "the checks of module " + module.module() + " are not in this tool.",
                    "Delete the directory .edgecraft/lib and run the command again: it builds the tool anew.",
                    e);
        }
    }
}
