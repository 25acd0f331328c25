package edgecraft.workshop.sandbox;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What is to be seen in a sandbox: everything stands where it stands outside.
 *
 * @param readable files and directories beside those of the system
 * @param temporary the only directory that can be written to
 */
record SandboxView(List<Path> readable, Path temporary) {

    private static final Path ETC = Path.of("/etc");

    /** As bubblewrap takes it, in the order in which it is done. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        TreeSet<Path> all = new TreeSet<>(SystemFiles.present());
        all.addAll(readable);
        List<Path> shown = new ArrayList<>();
        for (Path path : all) {
            if (shown.stream().noneMatch(path::startsWith)) {
                shown.add(path);
            }
        }
        directories(shown).forEach(directory -> options.addAll(List.of("--dir", directory.toString())));
        shown.forEach(path -> options.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        for (Path link : SystemFiles.links()) {
            options.addAll(List.of("--symlink", SystemFiles.target(link).toString(), link.toString()));
        }
        options.addAll(ownFiles());
        return options;
    }

    private List<String> ownFiles() {
        List<String> options = new ArrayList<>();
        names().forEach((name) -> options.addAll(List.of(
                "--ro-bind", name.toString(), ETC.resolve(name.getFileName()).toString())));
        options.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
        options.addAll(List.of("--perms", "1777", "--size", Long.toString(Bubblewrap.MOST_DISK)));
        options.addAll(List.of("--tmpfs", temporary.toString(), "--chdir", temporary.toString()));
        options.addAll(List.of("--remount-ro", "/"));
        return options;
    }

    /** Made by name, since others than their owner could not pass through those that bubblewrap makes by itself. */
    private TreeSet<Path> directories(List<Path> shown) {
        TreeSet<Path> directories = new TreeSet<>(List.of(ETC));
        List<Path> places = new ArrayList<>(shown);
        places.add(temporary);
        for (Path place : places) {
            for (Path above = place.getParent();
                    above != null && above.getParent() != null;
                    above = above.getParent()) {
                directories.add(above);
            }
        }
        return directories;
    }

    /** The only name there is, so that nobody waits for a name server. */
    private List<Path> names() {
        Path hosts = temporary.resolve("hosts");
        Path order = temporary.resolve("nsswitch.conf");
        try {
            Files.writeString(hosts, "127.0.0.1 localhost subject\n");
            Files.writeString(order, "hosts: files\n");
        } catch (IOException e) {
            throw Workspace.unwritable(temporary, e);
        }
        return List.of(hosts, order);
    }
}
