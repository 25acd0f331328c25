package edgecraft.workshop.intake;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A commit of a git repository. Its objects and refs are copied into a new repository with an empty configuration, and git
 * reads only that: hooks, filters, monitors, alternates, remotes to fetch what is missing, submodules and whatever else a
 * repository can bring along stay behind. Nothing is ever checked out.
 */
final class RepositoryDelivery implements Delivery {

    private static final long MOST_BYTES = 1L << 30;

    private static final Pattern OBJECTS =
            Pattern.compile("objects/([0-9a-f]{2}/[0-9a-f]{38,62}|pack/pack-[0-9a-f]+\\.(pack|idx))");

    private static final Pattern ENTRY = Pattern.compile("(\\d{6}) (blob|commit) ([0-9a-f]+)\\t(.*)", Pattern.DOTALL);

    private final List<Item> items;

    private RepositoryDelivery(List<Item> items) {
        this.items = items;
    }

    /** Whether a directory is a repository without a working tree. */
    static boolean isBare(Path directory) {
        return Files.isRegularFile(directory.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("refs"), LinkOption.NOFOLLOW_LINKS);
    }

    static RepositoryDelivery of(Path path, String commit, Path scratch) throws Unusable {
        Path repository = isBare(path) ? path : path.resolve(".git");
        // A link would lead to a repository that is not the learner's.
        if (!isBare(repository) || Files.isSymbolicLink(path.resolve(".git"))) {
            throw new Unusable(path.getFileName() + " is no git repository of its own, and so has no commit " + commit
                    + "; name the directory that .git is in");
        }
        TrustedGit git = TrustedGit.in(Workspace.directory(scratch.resolve("repository.git")));
        copy(repository, git.directory());
        String tree = git.say("rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{tree}")
                .map(said -> new String(said, StandardCharsets.UTF_8).strip())
                .orElseThrow(() -> new Unusable("git knows no commit " + commit + " in it; push it, or name another"));
        byte[] listed = git.say("ls-tree", "-r", "-z", "--full-tree", tree)
                .orElseThrow(
                        () -> new Unusable("git can't read the commit " + commit + "; clone it anew, not shallow"));
        List<Item> items = new ArrayList<>();
        for (String entry : new String(listed, StandardCharsets.UTF_8).split("\0")) {
            Matcher parts = ENTRY.matcher(entry);
            // A commit in a tree is a submodule, which is elsewhere.
            if (parts.matches() && parts.group(2).equals("blob")) {
                items.add(item(git, parts.group(4), parts.group(1).equals("120000"), parts.group(3)));
            }
        }
        Delivery.mustBeFew(items.size());
        return new RepositoryDelivery(items);
    }

    private static Item item(TrustedGit git, String name, boolean link, String blob) {
        return new Item(
                name,
                link,
                () -> new ByteArrayInputStream(
                        git.say("cat-file", "blob", blob).orElseThrow(() -> new IOException("git has no " + blob))));
    }

    /** Regular files only, and only those that objects and refs are in. */
    private static void copy(Path from, Path to) throws Unusable {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(from::relativize)
                    .filter(file -> isWanted(file.toString().replace('\\', '/')))
                    .toList();
        } catch (IOException e) {
            throw Workspace.unreadable(from, e);
        }
        long bytes = files.stream()
                .mapToLong(file -> from.resolve(file).toFile().length())
                .sum();
        if (bytes > MOST_BYTES) {
            throw new Unusable(
                    "the repository is larger than " + (MOST_BYTES >> 30) + " GiB; hand in a clone of depth 1");
        }
        files.forEach(file -> Stage.copy(from.resolve(file), to.resolve(file)));
    }

    private static boolean isWanted(String file) {
        return file.equals("HEAD")
                || file.equals("packed-refs")
                || file.equals("shallow")
                || (file.startsWith("refs/") && !file.startsWith("refs/replace/"))
                || OBJECTS.matcher(file).matches();
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public void close() {}
}
