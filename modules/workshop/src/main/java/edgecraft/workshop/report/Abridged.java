package edgecraft.workshop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A list that is too long to read: how it begins and how it ends tells most. */
public final class Abridged {

    private Abridged() {}

    /**
     * Lines without the middle, if there are many. It is cut between two entries: lines about one stand below it, indented.
     *
     * @param atAnEnd how many lines are told at the beginning, at most, and how many at the end
     * @param leftOut the line that stands for so many others
     */
    public static List<String> lines(List<String> lines, int atAnEnd, IntFunction<String> leftOut) {
        int head = atAnEnd;
        int tail = lines.size() - atAnEnd;
        if (head >= tail) {
            return lines;
        }
        while (head > 0 && isDetail(lines.get(head))) {
            head--;
        }
        while (tail < lines.size() && isDetail(lines.get(tail))) {
            tail++;
        }
        List<String> told = new ArrayList<>(lines.subList(0, head));
        told.add(leftOut.apply(tail - head));
        told.addAll(lines.subList(tail, lines.size()));
        return told;
    }

    /**
     * The first of many lines, and a last one for the others, if there are more.
     *
     * @param most how many are told
     * @param leftOut the line that stands for so many others
     */
    public static List<String> beginning(List<String> lines, int most, IntFunction<String> leftOut) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> told = new ArrayList<>(lines.subList(0, most));
        told.add(leftOut.apply(lines.size() - most));
        return told;
    }

    private static boolean isDetail(String line) {
        return line.startsWith(" ");
    }
}
