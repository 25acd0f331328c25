package edgecraft.kit.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One question of the judge to the host, or its answer: a number that both share, a word, and named bytes.
 *
 * @param number tells which answer belongs to which question
 * @param word what is asked, or how it went
 * @param parts what goes with it, by name
 */
public record Message(int number, String word, Map<String, byte[]> parts) {

    private static final int LONGEST_PART = 1 << 20;
    private static final int MOST_PARTS = 16;

    /** A message without parts. */
    public static Message of(int number, String word) {
        return new Message(number, word, Map.of());
    }

    /** This message and one more part. */
    public Message with(String name, byte[] value) {
        Map<String, byte[]> more = new LinkedHashMap<>(parts);
        more.put(name, value);
        return new Message(number, word, more);
    }

    /** This message and one more part, in UTF-8. */
    public Message with(String name, String value) {
        return with(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A part as text.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /**
     * A part as it is.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public byte[] bytes(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the message '" + word + "' has no part '" + name + "'");
        }
        return part;
    }

    /** Writes the message, whole or not at all as far as other threads can see. */
    public void writeTo(DataOutputStream out) throws IOException {
        synchronized (out) {
            out.writeInt(number);
            out.writeUTF(word);
            out.writeInt(parts.size());
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.writeUTF(part.getKey());
                out.writeInt(part.getValue().length);
                out.write(part.getValue());
            }
            out.flush();
        }
    }

    /**
     * Reads the next message.
     *
     * @throws java.io.EOFException if the other side has hung up
     * @throws IOException if what comes is no message; sizes are bounded, since a learner's code can write on the line too
     */
    public static Message readFrom(DataInputStream in) throws IOException {
        int number = in.readInt();
        String word = in.readUTF();
        int count = bounded(in.readInt(), MOST_PARTS);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            parts.put(name, in.readNBytes(bounded(in.readInt(), LONGEST_PART)));
        }
        return new Message(number, word, parts);
    }

    private static int bounded(int size, int most) throws IOException {
        if (size < 0 || size > most) {
            throw new IOException("not a message: a size of " + size);
        }
        return size;
    }
}
