package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prints in the host's own frames, past the host. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            byte[] line = "x".repeat(8_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 60_000; i++) {
                out.write(("\u0001" + i + ":").getBytes(StandardCharsets.US_ASCII));
                if (i % 100 == 0) {
                    out.write(line);
                }
                out.write('\n');
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        throw new IllegalStateException("printed");
    }
}
