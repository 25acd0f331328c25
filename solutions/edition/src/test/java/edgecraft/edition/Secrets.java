package edgecraft.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What learners must not be given: lines, classes and names of files that the solutions have and nothing else has.
 *
 * @param lines of references, mistakes, accepted answers, notes and cheats, without the space around them
 * @param classes that only references and accepted answers have, as {@code edgecraft.origin.Decision}
 * @param names of mistakes, accepted answers and cheats, as parts of a path
 */
record Secrets(Set<String> lines, Set<String> classes, Set<String> names) {

    /** A shorter line says nothing of where it comes from. */
    private static final int TELLING = 30;

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]");

    /** Those of a clone. */
    static Secrets of(Path clone) throws IOException {
        Path solutions = clone.resolve("solutions");
        Set<String> lines = new TreeSet<>();
        for (Path file : files(solutions)) {
            if (!isInChecks(solutions.relativize(file).toString().replace('\\', '/'))) {
                lines.addAll(lines(file));
            }
        }
        Set<String> classes = classes(solutions);
        for (String open : List.of(
                "modules", "slides", ".github/edition", "README.md", "pom.xml", "workshop", "mvnw", "LICENSE")) {
            for (Path file : files(clone.resolve(open))) {
                lines.removeAll(lines(file));
            }
        }
        classes.removeAll(classes(clone.resolve("modules")));
        return new Secrets(lines, classes, names(solutions));
    }

    /** Learners have the compiled checks, with the texts in them; and an audit is made up of the tool's own. */
    private static boolean isInChecks(String file) {
        return file.contains("/src/test/") || file.contains("transcript") || file.equals("AUDIT.md");
    }

    /** What of it is in a file, told in words. */
    List<String> in(String name, byte[] content) throws IOException {
        List<String> found = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.equals("solutions") || names.contains(part)) {
                found.add(name + " is called like something of the solutions");
            }
        }
        if (name.endsWith(".jar") || name.endsWith(".zip")) {
            inZip(name, content, found);
        } else {
            inText(name, new String(content, StandardCharsets.ISO_8859_1), found);
        }
        return found;
    }

    private void inZip(String name, byte[] content, List<String> found) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.addAll(in(name + "!/" + entry.getName(), zip.readAllBytes()));
            }
        }
    }

    /** The text constants of a class follow a byte of their length, which may look like a letter. */
    private void inText(String name, String text, List<String> found) {
        CONTROL.splitAsStream(text)
                .flatMap(line -> Stream.of(line, line.substring(Math.min(1, line.length()))))
                .map(String::strip)
                .filter(lines::contains)
                .distinct()
                .forEach(line -> found.add(name + " has the line " + line));
        for (String type : classes) {
            Pattern mentioned = Pattern.compile(type.replace(".", "[./]") + "\\b");
            if (text.contains(type.substring(type.lastIndexOf('.') + 1))
                    && mentioned.matcher(text).find()) {
                found.add(name + " names the class " + type);
            }
        }
    }

    private static Set<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .filter(line -> line.length() >= TELLING)
                .collect(Collectors.toSet());
    }

    private static Set<String> classes(Path below) throws IOException {
        Pattern inPackage = Pattern.compile(".*/(edgecraft/(?:origin|edge|routing|access)/[A-Za-z0-9]+)\\.java");
        return files(below).stream()
                .map(file -> file.toString().replace('\\', '/'))
                .filter(file -> !file.contains("/src/test/") && !file.contains("/cheats/") && !file.contains("/shelf/"))
                .map(inPackage::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path solutions) throws IOException {
        Pattern named = Pattern.compile(".*/(?:(?:mistakes|accepted|shelf)|solutions/cheats)/([^/]+)(?:/.*)?");
        return files(solutions).stream()
                .map(file -> named.matcher(file.toString().replace('\\', '/')))
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .filter(name -> !Set.of("src", "pom.xml", "README.md").contains(name))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path below) throws IOException {
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            !below.relativize(file).toString().matches("(.*[/\\\\])?(target|node_modules)[/\\\\].*"))
                    .toList();
        }
    }
}
