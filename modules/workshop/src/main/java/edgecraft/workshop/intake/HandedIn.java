package edgecraft.workshop.intake;

import edgecraft.workshop.course.ModuleSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A module as it was handed in, ready to be judged.
 *
 * @param module which
 * @param directory its files, in the layout of the module
 * @param names from files as compile errors name them to their names in what was handed in
 * @param errors why it can't be judged; nothing if it can
 */
public record HandedIn(ModuleSpec module, Path directory, Map<String, String> names, List<String> errors) {}
