package edgecraft.workshop.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateTest {

    private static final String PACKAGE = "modules/9-sample/src/main/java/edgecraft/sample/";
    private static final String STUB = PACKAGE + "Stub.java";
    private static final String GIVEN = PACKAGE + "Given.java";

    @TempDir
    Path scratch;

    private Path here;
    private Path newer;

    @BeforeEach
    void twoEditions() throws IOException {
        here = edition(
                "here", "Edgecraft 1", Map.of(STUB, "stub", GIVEN, "given", "README.md", "read", "old.txt", "old"));
        newer = edition(
                "newer",
                "Edgecraft 2",
                Map.of(
                        STUB,
                        "better stub",
                        GIVEN,
                        "better",
                        "README.md",
                        "read more",
                        PACKAGE + "New.java",
                        "new stub"));
    }

    @Test
    void a_copy_that_nobody_has_touched_becomes_the_newer_edition() throws IOException {
        update(newer);
        assertThat(read(here)).isEqualTo(read(newer));
    }

    @Test
    void what_the_learner_wrote_stays_and_is_named_where_its_starter_is_another() throws IOException {
        write(here, STUB, "my answer");
        write(here, PACKAGE + "Mine.java", "more of mine");
        write(here, "notes.txt", "my notes");

        Update update = update(newer);

        assertThat(read(here))
                .containsEntry(STUB, "my answer")
                .containsEntry(PACKAGE + "Mine.java", "more of mine")
                .containsEntry("notes.txt", "my notes")
                .containsEntry(GIVEN, "better");
        assertThat(update.kept()).containsExactly(STUB);
        assertThat(update.moved()).isEmpty();
    }

    @Test
    void what_makes_room_is_kept_elsewhere() throws IOException {
        write(here, GIVEN, "my given");
        write(here, "old.txt", "my old");

        Update update = update(newer);

        assertThat(read(here)).containsEntry(GIVEN, "better").doesNotContainKey("old.txt");
        assertThat(update.moved()).containsExactly(GIVEN, "old.txt");
        assertThat(read(update.aside())).isEqualTo(Map.of(GIVEN, "my given", "old.txt", "my old"));
    }

    @Test
    void an_update_that_was_broken_off_lost_nothing_and_can_be_run_again() throws IOException {
        write(here, STUB, "my answer");
        write(here, GIVEN, "my given");
        write(here, "README.md/in the way", "a directory where a file belongs");
        // README.md comes before everything below modules: so the update has hardly begun.
        assertBrokenOff("Edgecraft 1");
        Workspace.delete(here.resolve("README.md"));
        // And here it has nearly ended.
        write(newer, "tool/z.jar", "jar");
        list(newer, "Edgecraft 2");
        write(here, "tool/z.jar/in the way", "a directory where a file belongs");
        assertBrokenOff("Edgecraft 1");
        assertThat(read(here)).containsEntry(STUB, "my answer").containsEntry(GIVEN, "better");
        assertThat(read(here.resolve(".edgecraft"))).containsValue("my given");
        Workspace.delete(here.resolve("tool/z.jar"));

        Update again = update(newer);

        assertThat(again.moved()).isEmpty();
        assertThat(read(here)).containsEntry(STUB, "my answer").containsEntry("tool/z.jar", "jar");
        assertThat(Edition.in(here).orElseThrow().name()).isEqualTo("Edgecraft 2");
    }

    private void assertBrokenOff(String still) {
        assertThatThrownBy(() -> update(newer))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("can't write to ");
        assertThat(Edition.in(here).orElseThrow().name()).isEqualTo(still);
    }

    @Test
    void a_zip_is_as_good_as_a_directory() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        read(newer).forEach((file, text) -> files.put("edgecraft-2/" + file, text.getBytes(StandardCharsets.UTF_8)));
        Path zip = Files.write(scratch.resolve("edgecraft-2.zip"), ZipFileWriter.zip(files, file -> false));
        update(zip);
        assertThat(read(here)).isEqualTo(read(newer));
    }

    @Test
    void what_is_no_edition_or_a_damaged_one_changes_nothing() throws IOException {
        Map<String, String> before = read(here);
        Path text = Files.writeString(scratch.resolve("a.txt"), "no zip");
        assertThatThrownBy(() -> update(text))
                .isInstanceOf(Misuse.class)
                .hasMessage("can't read " + text + ": it is neither a directory nor a zip. Nothing was changed.");
        assertThatThrownBy(() -> update(scratch.resolve("here/modules")))
                .isInstanceOf(Misuse.class)
                .hasMessage(
                        scratch.resolve("here/modules")
                                + " is no edition of the workshop: there is no tool/edition.sha256 in it. Nothing was changed.");
        Files.writeString(newer.resolve(GIVEN), "half of it");
        assertThatThrownBy(() -> update(newer))
                .isInstanceOf(Misuse.class)
                .hasMessage(newer + " is damaged: 1 of its files, such as " + GIVEN
                        + ", are not what they were. Nothing was changed; download it again.");
        assertThat(read(here)).isEqualTo(before);
    }

    @Test
    void a_name_that_leads_elsewhere_is_damage() throws IOException {
        Path evil = edition("evil", "Edgecraft 3", Map.of("README.md", "read"));
        Files.writeString(scratch.resolve("outside"), "outside");
        Files.writeString(
                evil.resolve(Edition.LIST),
                Sha256Manifest.hash("outside".getBytes(StandardCharsets.UTF_8)) + "  ../outside\n");
        assertThat(Edition.in(evil).orElseThrow().damaged()).containsExactly("../outside");
    }

    private Update update(Path path) {
        try (Parcel parcel = Parcel.open(path)) {
            Update update = new Update(
                    Workspace.of(here), Samples.course(), Edition.in(here).orElseThrow(), parcel.edition());
            update.apply();
            return update;
        }
    }

    private Path edition(String directory, String name, Map<String, String> files) throws IOException {
        Path root = scratch.resolve(directory);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(root, file.getKey(), file.getValue());
        }
        list(root, name);
        return root;
    }

    private static void list(Path root, String name) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        read(root)
                .forEach((file, text) -> hashes.put(file, Sha256Manifest.hash(text.getBytes(StandardCharsets.UTF_8))));
        hashes.remove(Edition.LIST);
        write(root, Edition.LIST, Edition.list(name, new Sha256Manifest(hashes)));
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        if (file.endsWith("in the way")) {
            Files.deleteIfExists(path.getParent());
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Map<String, String> read(Path directory) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return content;
    }
}
