package edgecraft.workshop.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One change that PIT made to a reference.
 *
 * @param name which: file, line of code and change, in words that outlast other changes of the file
 * @param status what came of it, in PIT's words
 */
record Mutant(Name name, String status) {

    /**
     * What a mutant is called.
     *
     * @param file the source file, without its directory
     * @param code the line that is changed, without the blanks around it
     * @param change what PIT did to it; with a number, where it did that at several places of the line
     */
    record Name(String file, String code, String change) {}

    boolean survived() {
        return status.equals("SURVIVED") || status.equals("NO_COVERAGE");
    }

    /**
     * Reads PIT's report.
     *
     * @param report its {@code mutations.xml}
     * @param sources the directory of the package
     */
    static List<Mutant> read(Path report, Path sources) {
        Map<String, Integer> met = new HashMap<>();
        List<Mutant> mutants = new ArrayList<>();
        for (Element mutation : mutations(report)) {
            String file = text(mutation, "sourceFile");
            int line = Integer.parseInt(text(mutation, "lineNumber"));
            String change = text(mutation, "description");
            int count = met.merge(file + ":" + line + ":" + change, 1, Integer::sum);
            mutants.add(new Mutant(
                    new Name(
                            file, code(sources.resolve(file), line), count == 1 ? change : change + " (" + count + ")"),
                    mutation.getAttribute("status")));
        }
        return mutants;
    }

    /** In the order of the code, so that equal changes of a line are numbered as they stand there. */
    private static List<Element> mutations(Path report) {
        try {
            NodeList all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("mutation");
            List<Element> mutations = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                mutations.add((Element) all.item(i));
            }
            mutations.sort(Comparator.comparing((Element mutation) -> text(mutation, "mutatedClass"))
                    .thenComparing(mutation -> text(mutation, "mutatedMethod"))
                    .thenComparing(mutation -> text(mutation, "methodDescription"))
                    .thenComparingInt(mutation -> Integer.parseInt(text(mutation, "index"))));
            return mutations;
        } catch (Exception e) {
            throw new IllegalStateException(report + " is no report of PIT's", e);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    private static String code(Path file, int line) {
        try {
            return Files.readAllLines(file).get(line - 1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
