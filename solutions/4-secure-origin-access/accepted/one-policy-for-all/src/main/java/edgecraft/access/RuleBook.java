package edgecraft.access;

import edgecraft.access.Wildcards.Letter;
import edgecraft.access.Wildcards.Section;
import edgecraft.access.Wildcards.Token;
import edgecraft.kit.AccessRule;
import java.util.List;
import java.util.Optional;

/** Which paths are for whom. Immutable. */
final class RuleBook {

    private final List<Entry> entries;

    RuleBook(List<AccessRule> rules) {
        this.entries = rules.stream()
                .map(rule -> new Entry(Wildcards.tokens(rule.pattern()), Optional.ofNullable(rule.keyGroup())))
                .toList();
    }

    /** A rule: which paths, and whose keys, if any. */
    private record Entry(List<Token> pattern, Optional<String> group) {}

    /**
     * The group whose keys have to have signed for a path; empty in it if everybody may ask.
     *
     * @param meaning the path, decoded
     */
    Ruling<Optional<String>> group(String meaning) {
        Optional<Entry> here = first(meaning);
        Optional<Entry> elsewhere = first(Paths.tidied(meaning));
        boolean isSame = here.map(Entry::group).equals(elsewhere.map(Entry::group));
        return Ruling.of(here.filter(entry -> isSame).map(Entry::group), Why.TWO_PATHS);
    }

    private Optional<Entry> first(String path) {
        List<Letter> letters = Wildcards.letters(path, Section.PATH);
        return entries.stream()
                .filter(entry -> Wildcards.match(entry.pattern(), letters))
                .findFirst();
    }
}
