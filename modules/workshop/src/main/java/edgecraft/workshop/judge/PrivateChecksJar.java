package edgecraft.workshop.judge;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.check.Step;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.course.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Reads a JAR with an instructor's compiled checks, and in it {@value #LIST}, which lists them as {@code exercise.yaml} does. */
final class PrivateChecksJar {

    /** The file that lists them. */
    static final String LIST = "edgecraft-checks.yaml";

    private static final String GUIDE = " Private checks are explained in the instructor's guide.";

    private PrivateChecksJar() {}

    /**
     * What the list says.
     *
     * @param contract the kit's that the checks are written for
     * @param steps as in {@code exercise.yaml}
     */
    private record Listed(int contract, @Nullable List<StepSpec> steps) {}

    /** @throws Misuse if it is no such JAR */
    static PrivateChecks read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new PrivateChecks(steps(jar, file), types(jar, file));
        } catch (IOException e) {
            throw new Misuse("can't read " + jar + ": " + firstLine(e) + "." + GUIDE);
        }
    }

    private static List<StepSpec> steps(Path jar, JarFile file) throws IOException {
        ZipEntry list = file.getEntry(LIST);
        if (list == null) {
            throw new Misuse(jar + " has no " + LIST + " in it." + GUIDE);
        }
        try (InputStream in = file.getInputStream(list)) {
            Listed listed = Yaml.read(in, Listed.class);
            if (listed.contract() != ModuleSpec.CONTRACT) {
                throw new Misuse(jar + " was made for contract " + listed.contract() + "; this kit is contract "
                        + ModuleSpec.CONTRACT + ". Compile the checks against this edition, and say so in " + LIST
                        + ".");
            }
            return listed.steps() == null ? List.of() : listed.steps();
        }
    }

    /** Their loader is never closed: it serves as long as the tool runs. */
    private static List<Class<?>> types(Path jar, JarFile file) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, PrivateChecksJar.class.getClassLoader());
        List<Class<?>> types = new ArrayList<>();
        for (String name : file.stream().map(ZipEntry::getName).toList()) {
            if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                Class<?> type = load(loader, jar, name.substring(0, name.length() - ".class".length()));
                if (type.isAnnotationPresent(Step.class)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static Class<?> load(ClassLoader loader, Path jar, String name) {
        String type = name.replace('/', '.');
        try {
            return loader.loadClass(type);
        } catch (ClassNotFoundException | LinkageError unfit) {
            throw new Misuse("the class " + type + " in " + jar + " can't be loaded (" + firstLine(unfit)
                    + "). Compile it with this Java, against the jars in .edgecraft/lib/judge.");
        }
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }
}
