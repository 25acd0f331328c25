package edgecraft.workshop.audit;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.Verdict;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How steady the verdicts on one right answer are.
 *
 * @param id of the case
 * @param runs how often it was judged
 * @param differed how many of these runs had a check with another verdict than expected
 * @param seeds from each check that differed to the seeds with which it did
 */
record Flakiness(String id, int runs, int differed, Map<String, List<Long>> seeds) {

    private static final int TOLD = 5;

    /** What the runs of one case show. */
    static Flakiness of(Case known, List<Entry> runs) {
        ModuleSpec module = known.selection().module();
        Map<String, List<Long>> seeds = new TreeMap<>(Comparator.comparing(module.checkIds()::indexOf));
        for (String check : known.selection().checks()) {
            String expected = mustPass(known, check) ? Verdict.PASSED.word() : mostFrequent(check, runs);
            for (Entry run : runs) {
                if (!expected.equals(run.verdicts().get(check))) {
                    seeds.computeIfAbsent(check, first -> new ArrayList<>()).add(run.seed());
                }
            }
        }
        long differed = seeds.values().stream().flatMap(List::stream).distinct().count();
        return new Flakiness(known.id(), runs.size(), (int) differed, seeds);
    }

    /** The runs of several answers as one. */
    static Flakiness together(List<Flakiness> answers) {
        return new Flakiness(
                "",
                answers.stream().mapToInt(Flakiness::runs).sum(),
                answers.stream().mapToInt(Flakiness::differed).sum(),
                Map.of());
    }

    /** Seeds as they are told: {@code 7, 8}; of many, the first. */
    static String seeds(List<Long> seeds) {
        String first = seeds.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "));
        return seeds.size() <= TOLD ? first : first + " and " + (seeds.size() - TOLD) + " more";
    }

    /** The most that the share of runs that differ may be, with 95 % confidence. */
    double atMost() {
        return ShareBound.of(runs, differed);
    }

    private static boolean mustPass(Case known, String check) {
        return known.kind() == Kind.REFERENCE
                || known.selection()
                        .module()
                        .step(ModuleSpec.stepOf(check))
                        .filter(step -> !step.bonus())
                        .isPresent();
    }

    /** An accepted answer may do the bonus or not; it only may not do it now and then. */
    private static String mostFrequent(String check, List<Entry> runs) {
        return runs.stream()
                .map(run -> run.verdicts().getOrDefault(check, ""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
