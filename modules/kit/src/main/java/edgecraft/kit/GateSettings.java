package edgecraft.kit;

import java.net.URI;
import java.util.List;

/**
 * The settings of the gate, which stands in front of a cache: it lets in who may ask.
 *
 * @param upstream what it asks for those, without a path: a cache, or the door
 * @param groups whose signatures count
 * @param rules the first whose pattern is that of the path counts; the last has the pattern {@code *}
 * @param time what time it is, for what expires
 */
public record GateSettings(URI upstream, List<KeyGroup> groups, List<AccessRule> rules, Time time)
        implements AccessSettings {

    public GateSettings {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
    }

    /** These settings, with something else behind the gate. */
    public GateSettings withUpstream(URI behind) {
        return new GateSettings(behind, groups, rules, time);
    }

    /** These settings, with other groups. */
    public GateSettings withGroups(List<KeyGroup> others) {
        return new GateSettings(upstream, others, rules, time);
    }

    /** These settings, with other rules. */
    public GateSettings withRules(List<AccessRule> others) {
        return new GateSettings(upstream, groups, others, time);
    }
}
