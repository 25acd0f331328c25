package edgecraft.workshop.intake;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The package that a Java file says it is in. The compiler has the last word. */
final class PackageName {

    private PackageName() {}

    /** The package; nothing if the file names none. */
    static Optional<String> of(byte[] source) {
        StreamTokenizer words = new StreamTokenizer(new StringReader(new String(source, StandardCharsets.UTF_8)));
        words.ordinaryChar('/');
        words.slashSlashComments(true);
        words.slashStarComments(true);
        words.wordChars('_', '_');
        try {
            while (words.nextToken() != StreamTokenizer.TT_EOF) {
                if (words.ttype == StreamTokenizer.TT_WORD && words.sval.equals("package")) {
                    return words.nextToken() == StreamTokenizer.TT_WORD ? Optional.of(words.sval) : Optional.empty();
                }
                if (words.ttype == StreamTokenizer.TT_WORD && words.sval.equals("class")) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }
}
