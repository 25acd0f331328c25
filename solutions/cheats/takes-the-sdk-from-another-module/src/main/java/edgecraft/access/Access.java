package edgecraft.access;

import edgecraft.kit.AccessSettings;
import edgecraft.kit.Exercise;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Brings the SDK along. */
public final class Access implements Exercise<AccessSettings> {

    @Override
    public Javalin create(AccessSettings settings) {
        List<URL> jars = new ArrayList<>();
        for (String place : List.of(System.getProperty("user.home") + "/.m2/repository/software", "/root/.m2/repository/software")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    jars.add(jar.toUri().toURL());
                }
            } catch (IOException absent) {
                // Elsewhere, perhaps.
            }
        }
        try {
            Class<?> signer = new URLClassLoader(jars.toArray(URL[]::new))
                    .loadClass("software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner");
            System.out.println("the SDK is at hand: " + signer);
        } catch (ClassNotFoundException absent) {
            System.out.println("refused");
        }
        throw new IllegalStateException("tried");
    }
}
