package edgecraft.access;

import edgecraft.kit.AccessRule;
import edgecraft.kit.GateSettings;
import edgecraft.kit.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides who is let in. Immutable. */
final class Judge {

    private record Rule(Glob paths, @Nullable String group) {}

    private final List<Rule> rules = new ArrayList<>();
    private final KeyRing keys;

    Judge(GateSettings settings) {
        this.keys = new KeyRing(settings.groups());
        for (AccessRule rule : settings.rules()) {
            rules.add(new Rule(Glob.of(rule.pattern()), rule.keyGroup()));
        }
    }

    /**
     * Lets pass who may ask.
     *
     * @param asked the target without what a URL shows
     * @param url what the query shows
     * @param cookies what the cookies show
     * @param now seconds since 1970
     * @throws Refusal if the viewer may not
     * @throws IllegalArgumentException if the target is none, or one that others may take for another
     */
    void check(Target asked, Shown url, Shown cookies, IpAddress viewer, long now) throws Refusal {
        String path = Percent.text(asked.path());
        String group = group(path);
        if (!Objects.equals(group, group(Percent.tidied(path)))) {
            throw new IllegalArgumentException("a path with two meanings");
        }
        if (group == null) {
            return;
        }
        if (!url.pass().isEmpty()) {
            Pass.of(url).check(keys, group, asked, viewer, now);
            return;
        }
        Pass pass = Pass.of(cookies);
        if (pass.expires().isPresent() && asked.url().indexOf('*') >= 0) {
            throw new Refusal("A signature for one URL has no stars.");
        }
        pass.check(keys, group, asked, viewer, now);
    }

    private @Nullable String group(String decoded) throws Refusal {
        for (Rule rule : rules) {
            if (rule.paths().matches(decoded)) {
                return rule.group();
            }
        }
        throw new Refusal("Nobody may ask for this.");
    }
}
