package edgecraft.workshop.proof;

import edgecraft.workshop.course.ModuleSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Servers that look at nothing: whatever they earn, they earn by luck, so it must be little and known. */
enum Degenerate {
    REFUSES_EVERYTHING("refuses-everything", "ctx.status(403)"),
    ALWAYS_200("always-200", "ctx.status(200).contentType(\"text/plain\").result(\"hello\")"),
    ALWAYS_404("always-404", "ctx.status(404)"),
    ECHO("echo", "ctx.status(200).result(ctx.method() + \" \" + ctx.path())");

    private final String id;
    private final String answer;

    Degenerate(String id, String answer) {
        this.id = id;
        this.answer = answer;
    }

    /** Its name in {@code degenerate.yaml}. */
    String id() {
        return id;
    }

    /** Writes it as the module's entry class below a directory. */
    void write(ModuleSpec module, Path target) {
        String name = module.entry().substring(module.entry().lastIndexOf('.') + 1);
        String source = """
                package %s;

                import edgecraft.kit.Exercise;
                import edgecraft.kit.Servers;
                import io.javalin.Javalin;

                public final class %s implements Exercise<%s> {
                    @Override
                    public Javalin create(%s settings) {
                        return Javalin.create(Servers.plain(
                                config -> Servers.handleEverything(config, ctx -> %s)));
                    }
                }
                """.formatted(module.packageName(), name, module.settings(), module.settings(), answer);
        Path file = target.resolve(module.packageDirectory()).resolve(name + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What each is known to earn.
     *
     * @param points from its id to core and bonus points
     */
    record Earnings(Map<String, Integer> points) {}
}
