package edgecraft.workshop.edition;

import edgecraft.workshop.Aside;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Puts a newer edition in the place of a learner's. Each file is replaced in one move, and the list of files comes last: until
 * then this is the old edition, with its tool, and the same update can be run again.
 */
public final class Update {

    private final Workspace workspace;
    private final Course course;
    private final Edition before;
    private final Edition after;
    private final Aside aside;
    private final List<String> moved = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /**
     * @param workspace the learner's
     * @param course which of its files are the learner's
     * @param before the edition that is there
     * @param after the one that comes; it is whole
     */
    public Update(Workspace workspace, Course course, Edition before, Edition after) {
        this.workspace = workspace;
        this.course = course;
        this.before = before;
        this.after = after;
        this.aside = Aside.of(workspace, "update");
    }

    /** Does it. */
    public void apply() {
        TreeSet<String> all = new TreeSet<>(before.files().hashes().keySet());
        all.addAll(after.files().hashes().keySet());
        all.forEach(this::apply);
        put(Edition.LIST);
    }

    /** Where the files are that the learner had changed, and that made room. */
    public Path aside() {
        return aside.directory();
    }

    /** Which those are. */
    public List<String> moved() {
        return List.copyOf(moved);
    }

    /** The learner's files of which the new edition has another starter. */
    public List<String> kept() {
        return List.copyOf(kept);
    }

    private void apply(String file) {
        Optional<String> old = Optional.ofNullable(before.files().hashes().get(file));
        Optional<String> fresh = Optional.ofNullable(after.files().hashes().get(file));
        switch (Change.of(before.hash(file), old, fresh, isLearners(file))) {
            case NONE -> {}
            case KEEP -> {
                if (!fresh.equals(old)) {
                    kept.add(file);
                }
            }
            case PUT -> put(file);
            case REMOVE -> remove(file);
            case MOVE_ASIDE -> {
                aside.take(workspace.root(), file);
                moved.add(file);
                if (fresh.isPresent()) {
                    put(file);
                }
            }
        }
    }

    private boolean isLearners(String file) {
        return course.modules().stream()
                .anyMatch(module -> file.startsWith(module.directory())
                        && module.isLearners(file.substring(module.directory().length())));
    }

    private void put(String file) {
        Path from = after.root().resolve(file);
        Path to = workspace.root().resolve(file);
        try {
            WholeFile.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw Workspace.unreadable(from, e);
        }
        if (EditionFiles.PROGRAMS.contains(file)) {
            EditionMaker.makeProgram(to);
        }
    }

    private void remove(String file) {
        Path gone = workspace.root().resolve(file);
        try {
            Files.deleteIfExists(gone);
        } catch (IOException e) {
            throw Workspace.unwritable(gone, e);
        }
    }
}
