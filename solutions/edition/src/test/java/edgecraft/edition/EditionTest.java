package edgecraft.edition;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Workshop;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.edition.Edition;
import edgecraft.workshop.edition.EditionMaker;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition of what was just built; {@code .ci/edition} has it checked, too. */
class EditionTest {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final EditionMaker MAKER = EditionMaker.of(CLONE, "0123456789", false);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    static Path out;

    private static Path edition;
    private static Map<String, byte[]> files;

    @TempDir
    Path scratch;

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        edition = MAKER.write(out);
        files = read(edition);
    }

    @Test
    void the_same_clone_makes_the_same_zip_byte_by_byte() {
        MAKER.write(scratch);
        assertThat(zip(scratch)).hasSameBinaryContentAs(zip(out));
    }

    @Test
    void the_zip_holds_what_the_directory_holds_and_knows_what_can_be_executed() throws IOException {
        Map<String, byte[]> zipped = new TreeMap<>();
        List<String> programs = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(zip(out)).get()) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                ZipArchiveEntry entry = all.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                zipped.put(name, zip.getInputStream(entry).readAllBytes());
                if (entry.getUnixMode() == 0100755) {
                    programs.add(name);
                }
            }
        }
        assertThat(zipped).containsExactlyEntriesOf(files);
        assertThat(programs).containsExactlyInAnyOrder("mvnw", "workshop");
        assertThat(programs)
                .allSatisfy(program -> assertThat(edition.resolve(program)).isExecutable());
    }

    @Test
    void nothing_of_the_solutions_is_in_it() throws IOException {
        Secrets secrets = Secrets.of(CLONE);
        assertThat(secrets.lines()).hasSizeGreaterThan(3_000);
        assertThat(secrets.classes()).contains("edgecraft.origin.Decision");
        List<String> leaks = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            leaks.addAll(secrets.in(file.getKey(), file.getValue()));
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void whatever_leaked_would_be_found() throws IOException {
        Secrets secrets = Secrets.of(CLONE);
        for (String one : List.of(
                "1-origin/src/main/java/edgecraft/origin/Decision.java",
                "2-edge-cache/NOTES.md",
                "README.md",
                "1-origin/mistakes/206-with-the-range-fields-only.yaml",
                "1-origin/accepted/presigned-urls/README.md")) {
            byte[] leak = Files.readAllBytes(CLONE.resolve("solutions").resolve(one));
            assertThat(secrets.in("README.md", leak)).as(one).isNotEmpty();
        }
        String line = secrets.lines().iterator().next();
        assertThat(secrets.in("A.class", ("\0\u0001A" + line + "\0").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("A.class has the line " + line);
        String name = secrets.names().iterator().next();
        assertThat(secrets.in("a/" + name + "/b", new byte[0])).hasSize(1);
        assertThat(secrets.in("A.class", "\0\u0001Ledgecraft/origin/Decision;".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("A.class names the class edgecraft.origin.Decision");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream packed = new JarOutputStream(jar)) {
            packed.putNextEntry(new JarEntry("notes.txt"));
            packed.write(line.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(secrets.in("a.jar", jar.toByteArray())).containsExactly("a.jar!/notes.txt has the line " + line);
    }

    @Test
    void no_jar_has_classes_where_the_learners_are() throws IOException {
        List<String> classes = new ArrayList<>();
        for (String file : files.keySet()) {
            if (file.endsWith(".jar")) {
                try (JarFile jar = new JarFile(edition.resolve(file).toFile())) {
                    jar.stream().map(JarEntry::getName).forEach(classes::add);
                }
            }
        }
        assertThat(classes)
                .contains("edgecraft/origin/checks/SiteChecks.class", "edgecraft/workshop/judge/Judge.class")
                .noneMatch(
                        type -> type.matches("edgecraft/(origin|edge|routing|access)/(?!package-info)[^/]+\\.class"));
    }

    @Test
    void its_only_sources_are_the_learners_and_those_given_to_them() {
        assertThat(files.keySet().stream().filter(file -> file.endsWith(".java")))
                .isNotEmpty()
                .allMatch(file ->
                        file.matches("modules/(\\d+-[^/]+/src/(main|test)/.*|kit/src/main/java/edgecraft/kit/[^/]+)"));
    }

    @Test
    void a_learner_finds_the_starter() throws IOException {
        for (String module : Pristine.modules()) {
            Pristine pristine = new Pristine(Workspace.of(CLONE), module);
            String directory = "modules/" + module + "/";
            assertThat(files.keySet().stream().filter(file -> file.startsWith(directory + "src/main/")))
                    .containsExactlyElementsOf(pristine.files().stream()
                            .filter(file -> file.startsWith("src/main/"))
                            .map(file -> directory + file)
                            .toList());
            for (String file : pristine.files()) {
                assertThat(edition.resolve(directory + file)).hasSameBinaryContentAs(pristine.file(file));
            }
        }
    }

    @Test
    void every_link_in_its_documents_leads_to_something_in_it() throws IOException {
        for (String document : files.keySet()) {
            if (document.endsWith(".md")) {
                Path place = edition.resolve(document);
                assertThat(LINK.matcher(Files.readString(place)).results().map(link -> link.group(1)))
                        .as("links in " + document)
                        .allSatisfy(
                                link -> assertThat(place.resolveSibling(link)).exists());
            }
        }
        assertThat(Files.readString(edition.resolve("README.md"))).doesNotContain("authors", ".github");
    }

    @Test
    void it_says_of_itself_what_it_is_and_all_its_files() {
        Edition known = Edition.in(edition).orElseThrow();
        assertThat(known.name()).matches("Edgecraft \\d+\\.\\d+\\.\\d+-unproven \\(commit 0123456789\\)");
        assertThat(known.files().hashes().keySet())
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .filter(file -> !file.equals(Edition.LIST))
                        .toList());
        assertThat(files.keySet().stream().map(known.root()::resolve).filter(file -> !file.endsWith("edition.sha256")))
                .allMatch(known::isAsItCame);
    }

    @Test
    void an_update_keeps_what_the_learner_wrote_and_brings_the_rest() throws IOException {
        Path mine = scratch.resolve("mine");
        copy(edition, mine);
        Path origin = mine.resolve("modules/1-origin/src/main/java/edgecraft/origin");
        copy(CLONE.resolve("solutions/1-origin/src/main/java/edgecraft/origin"), origin);
        Files.writeString(origin.resolve("Mine.java"), "// mine");
        Files.writeString(origin.resolve("BucketClient.java"), "// given, and changed");
        Files.createDirectories(mine.resolve(".edgecraft"));
        Files.writeString(mine.resolve(".edgecraft/progress.json"), """
                {"version": 1, "verdicts": {"1.1/exact-bytes": "passed"}, "hints": {}}""");
        Map<String, byte[]> before = read(origin);

        assertThat(workshop(mine, "update", newer().toString()))
                .as(said.toString())
                .isZero();

        before.remove("BucketClient.java");
        assertThat(read(origin)).containsAllEntriesOf(before);
        assertThat(origin.resolve("BucketClient.java")).content().endsWith("// newer\n");
        assertThat(mine.resolve("modules/1-origin/README.md")).hasContent("another lesson");
        assertThat(mine.resolve(".editorconfig")).doesNotExist();
        assertThat(Edition.in(mine).orElseThrow().name()).isEqualTo("Edgecraft 9.9.9 (commit abc)");
        assertThat(said.toString())
                .contains("and is Edgecraft 9.9.9 (commit abc).\nYour files and your progress are as they were.")
                .contains("\n  modules/1-origin/src/main/java/edgecraft/origin/BucketClient.java\n");
        assertThat(workshop(mine)).isZero();
        assertThat(said.toString()).contains("1/");
    }

    /** The edition with another lesson, another given class, and one file less, as a directory. */
    private Path newer() throws IOException {
        Path newer = scratch.resolve("newer");
        copy(edition, newer);
        Files.writeString(newer.resolve("modules/1-origin/README.md"), "another lesson");
        Path given = newer.resolve("modules/1-origin/src/main/java/edgecraft/origin/BucketClient.java");
        Files.writeString(given, Files.readString(given) + "// newer\n");
        Files.delete(newer.resolve(".editorconfig"));
        Files.delete(newer.resolve(Edition.LIST));
        Map<String, String> hashes = read(newer).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Sha256Manifest.hash(file.getValue())));
        Files.writeString(
                newer.resolve(Edition.LIST), "# Edgecraft 9.9.9 (commit abc)\n" + new Sha256Manifest(hashes).format());
        return newer;
    }

    private int workshop(Path root, String... words) {
        PrintWriter out = new PrintWriter(said, true);
        return Workshop.run(Workspace.of(root), new Terminal(out, out, Style.PLAIN), words);
    }

    private static Path zip(Path directory) {
        return directory.resolve(MAKER.name() + ".zip");
    }

    private static Map<String, byte[]> read(Path directory) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return content;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : read(from).entrySet()) {
            Path copied = to.resolve(file.getKey());
            Files.createDirectories(copied.getParent());
            Files.write(copied, file.getValue());
        }
    }
}
