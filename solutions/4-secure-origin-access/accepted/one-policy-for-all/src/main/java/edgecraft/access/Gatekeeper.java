package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.IpAddress;
import java.time.Instant;
import java.util.List;

/** Decides who is let in. Immutable. */
final class Gatekeeper {

    private static final int FIRST = '!';
    private static final int LAST = '~';

    private final RuleBook rules;
    private final KeyRing keys;

    Gatekeeper(GateSettings settings) {
        this.rules = new RuleBook(settings.rules());
        this.keys = new KeyRing(settings.groups());
    }

    /**
     * What the viewer may ask for: the target without the pass.
     *
     * @param target as sent
     * @param cookies of all lines
     * @param viewer whom the connection comes from
     */
    Ruling<Target> judge(Target target, List<Part> cookies, IpAddress viewer, Instant now) {
        List<Part> parts = Part.ofQuery(target.query());
        List<String> own = Place.QUERY.others(parts).toList();
        Target plain = target.withQuery(own.isEmpty() ? null : String.join("&", own));
        return Ruling.of(target, isTarget(target), Why.NO_TARGET)
                .then(sent -> Ruling.of(Paths.meaning(sent.path()), Why.NO_TARGET))
                .then(rules::group)
                .then(group -> group.isEmpty()
                        ? new Ruling.Admitted<>(plain)
                        : Pass.find(plain, parts, cookies)
                                .then(pass -> Ruling.of(pass, keys.hasSigned(group.get(), pass), Why.NOT_SIGNED))
                                .then(pass -> Ruling.of(PolicyReader.read(pass.policy()), Why.BAD_POLICY))
                                .then(policy -> policy.judge(plain, viewer, now)));
    }

    /** Whether it is a path, and perhaps a query, that can be sent on as it came. */
    private static boolean isTarget(Target target) {
        return target.path().startsWith("/")
                && target.pathAndQuery().chars().allMatch(letter -> letter >= FIRST && letter <= LAST)
                && Percent.decoded(target.pathAndQuery()).isPresent();
    }

    /** The cookies of a line that are not for the gate, as sent; empty if there are none. */
    static String otherCookies(String line) {
        List<String> others = Place.COOKIES.others(Part.ofCookies(line)).toList();
        return others.stream().allMatch(String::isBlank)
                ? ""
                : String.join(";", others).strip();
    }
}
