package edgecraft.workshop.proof;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.course.Yaml;
import edgecraft.workshop.proof.Case.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All cases of a module, from the files of its solution. Proofs and the audit judge the same. */
public final class Cases {

    private final ProofGround ground;
    private final ModuleSpec module;

    public Cases(ProofGround ground) {
        this.ground = ground;
        this.module = ground.module();
    }

    /**
     * Every case there is; another kind joins here.
     *
     * @param matrix whether mistakes are judged by all checks, and not only by the one that must catch them
     */
    public List<Case> all(boolean matrix) {
        return Stream.of(starter(), reference(), accepted(), degenerate(), mistakes(matrix), cheats())
                .flatMap(kind -> kind)
                .toList();
    }

    /** The starter, behind the gates and as it is graded. */
    Stream<Case> starter() {
        return Stream.of(
                whole(Kind.STARTER, "behind-the-gates", false, Expectations.everyCheckFailsByAStub(), ground.starter()),
                whole(Kind.STARTER, "as-graded", true, Expectations.noPoints(), ground.starter()));
    }

    /** The reference, by the learner's own road. */
    Stream<Case> reference() {
        return Stream.of(whole(
                Kind.REFERENCE,
                "",
                true,
                Expectations.everything(),
                ground.starter(),
                ground.reference().directory()));
    }

    /** Right answers of another design. */
    Stream<Case> accepted() {
        return ground.list("accepted").stream()
                .map(answer -> whole(
                        Kind.ACCEPTED, name(answer), true, Expectations.allOfTheCore(), ground.starter(), answer));
    }

    /** Servers that look at nothing. */
    Stream<Case> degenerate() {
        Degenerate.Earnings known = Yaml.read(
                ground.workspace().solution(module.module()).resolve("degenerate.yaml"), Degenerate.Earnings.class);
        return Stream.of(Degenerate.values())
                .map(subject -> layered(
                        Kind.DEGENERATE,
                        subject.id(),
                        false,
                        place -> {
                            subject.write(module, place);
                            return List.of(place);
                        },
                        Expectations.points(known.points().get(subject.id()))));
    }

    /** Wrong answers. */
    Stream<Case> mistakes(boolean matrix) {
        return ground.list("mistakes").stream()
                .map(yaml -> mistake(name(yaml).replace(".yaml", ""), Mistake.read(yaml), matrix));
    }

    /** Attacks on the judge that are handed in for the module. */
    Stream<Case> cheats() {
        return Cheat.shelf(ground.workspace().root().resolve("solutions/cheats")).stream()
                .filter(cheat -> cheat.what().module().equals(module.module()))
                .map(cheat -> new Case(
                        Kind.CHEAT,
                        cheat.name(),
                        null,
                        cheat.asked(module),
                        (in, buckets, seed) -> new CheatTrial(in).judge(cheat, seed),
                        cheat));
    }

    private Case mistake(String name, Mistake mistake, boolean matrix) {
        Selection asked = matrix ? Selection.all(module) : new Selection(module, List.of(mistake.check()));
        Layered.Layers layers = place -> {
            mistake.demandIn(module);
            mistake.apply(ground.reference().directory(), place);
            return List.of(ground.starter(), ground.reference().directory(), place);
        };
        return new Case(
                Kind.MISTAKE,
                name,
                mistake.check(),
                asked,
                new Layered(asked, false, layers, Expectations.caught(mistake)),
                null);
    }

    private Case whole(Kind kind, String name, boolean gates, Layered.Expectation expectation, Path... layers) {
        return layered(kind, name, gates, place -> List.of(layers), expectation);
    }

    private Case layered(
            Kind kind, String name, boolean gates, Layered.Layers layers, Layered.Expectation expectation) {
        Selection all = Selection.all(module);
        return new Case(kind, name, null, all, new Layered(all, gates, layers, expectation), null);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
