package edgecraft.origin;

import java.util.HashSet;
import java.util.Set;

/** The tags in a field of a request. */
record Tags(boolean all, Set<String> strong, Set<String> weak) {

    /** Every second piece between quotes is the inside of a tag, and what stands before it says whether it is weak. */
    static Tags in(String field) {
        Set<String> strong = new HashSet<>();
        Set<String> weak = new HashSet<>();
        String[] pieces = field.split("\"", -1);
        for (int i = 1; i < pieces.length - 1; i += 2) {
            (pieces[i - 1].endsWith("W/") ? weak : strong).add('"' + pieces[i] + '"');
        }
        return new Tags(field.strip().equals("*"), strong, weak);
    }

    boolean includeStrongly(String tag) {
        return all || strong.contains(tag);
    }

    boolean include(String tag) {
        return includeStrongly(tag) || weak.contains(tag);
    }
}
