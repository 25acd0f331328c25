package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compile errors as commands by which a GitHub workflow shows them at the learner's file and line. */
final class Annotations {

    /** GitHub shows no more of one step. */
    private static final int MOST = 10;

    private static final Pattern AT = Pattern.compile("(?s)(modules/[^:\\n]+\\.java):(\\d{1,9}): (?:error: )?(.+)");

    private Annotations() {}

    /**
     * A line an error; an error without a place has no line.
     *
     * @param names from files as compile errors name them to their names in what was handed in; others stay as they are
     */
    static List<String> of(List<ModuleResult> results, Map<String, String> names) {
        return results.stream()
                .flatMap(result -> result.compileErrors().stream())
                .flatMap(error -> annotation(error, names).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<String> annotation(String error, Map<String, String> names) {
        Matcher at = AT.matcher(error);
        if (!at.matches()) {
            return Optional.empty();
        }
        String file = names.getOrDefault(at.group(1), at.group(1));
        String said = Beginning.of(Style.harmless(at.group(3)), Beginning.PARAGRAPH);
        return Optional.of("::error file=%s,line=%s,title=Does not compile::%s"
                .formatted(property(file), at.group(2), data(said)));
    }

    /** The end of a line would end the command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Style.oneLine(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
