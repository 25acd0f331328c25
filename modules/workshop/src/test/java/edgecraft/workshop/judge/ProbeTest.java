package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.workshop.check.Pace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.sample.AnswersDns;
import edgecraft.workshop.sample.ClockScene;
import edgecraft.workshop.sample.EatsItsHeap;
import edgecraft.workshop.sample.HeapChecks;
import edgecraft.workshop.sample.SampleScene;
import edgecraft.workshop.sample.SampleSubjects;
import edgecraft.workshop.sample.TellsTheTime;
import edgecraft.workshop.sample.TimeChecks;
import edgecraft.workshop.subject.SubjectPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {

    private static final Buckets BUCKETS = Buckets.embedded();
    private static final ModuleSpec EATING = module(EatsItsHeap.class.getName(), SampleScene.class, true);
    private static final ModuleSpec REFUSING = module("edgecraft.workshop.sample.Missing", SampleScene.class, true);
    private static final ModuleSpec TELLING = module(TellsTheTime.class.getName(), ClockScene.class, false);
    private static final ModuleSpec ANSWERING = module(AnswersDns.class.getName(), ClockScene.class, false);

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void nothing_ran() {
        HeapChecks.LITTLE.set(0);
    }

    @AfterAll
    static void close() {
        BUCKETS.close();
    }

    @Test
    void a_check_with_a_jvm_of_its_own_has_it_alone_and_so_is_asked_once() {
        probed(EATING, JudgeOptions.ordinary(1), probe -> {
            List<CheckResult> results = probe.run(List.of("9.1/ordinary", "9.1/little"));
            assertThat(results)
                    .extracting(CheckResult::message)
                    .containsExactly(
                            "your server's JVM ran out of memory: its heap is 256 MiB. Does your code hold a whole object"
                                    + " at once?",
                            "your server's JVM ran out of memory: its heap is 48 MiB. Does your code hold a whole object"
                                    + " at once?");
            assertThat(HeapChecks.LITTLE).hasValue(1);
        });
    }

    @Test
    void a_jvm_without_memory_is_the_reason_for_whatever_else_is_amiss() {
        probed(
                EATING,
                JudgeOptions.ordinary(1),
                probe -> assertThat(probe.run(List.of("9.1/consequence")))
                        .extracting(CheckResult::message)
                        .containsExactly(
                                "your server's JVM ran out of memory: its heap is 64 MiB. Does your code hold a whole object"
                                        + " at once?"));
    }

    @Test
    void a_check_takes_the_link_as_a_parameter() {
        probed(
                EATING,
                JudgeOptions.ordinary(1),
                probe -> assertThat(probe.run(List.of("9.1/link")))
                        .extracting(CheckResult::message)
                        .containsExactly(""));
    }

    @Test
    void a_check_that_failed_while_the_clock_jumped_is_asked_again() {
        Iterator<ClockJump> clocks = List.of(jumping(), steady()).iterator();
        assertAskedTwice(clocks::next, Verdict.FAILED);
    }

    @Test
    void a_check_is_broken_when_the_clock_jumps_again() {
        assertAskedTwice(ProbeTest::jumping, Verdict.BROKEN);
    }

    @Test
    void a_check_that_ran_out_of_time_is_asked_again_where_the_machine_has_become_slower() {
        TimeChecks.LATE.set(0);
        PaceWatch slower = new PaceWatch(Pace.ORDINARY, () -> new Pace(3));
        probed(TELLING, JudgeOptions.ordinary(1), ClockJump::watch, slower, probe -> {
            assertThat(probe.run(List.of("9.2/late-answer")))
                    .extracting(CheckResult::verdict)
                    .containsExactly(Verdict.PASSED);
            assertThat(TimeChecks.LATE).hasValue(2);
        });
    }

    @Test
    void a_check_that_ran_out_of_time_has_failed_where_the_machine_is_as_it_was() {
        TimeChecks.LATE.set(0);
        probed(TELLING, JudgeOptions.ordinary(1), probe -> {
            assertThat(probe.run(List.of("9.2/late-answer")))
                    .extracting(CheckResult::verdict)
                    .containsExactly(Verdict.FAILED);
            assertThat(TimeChecks.LATE).hasValue(1);
        });
    }

    @Test
    void a_jvm_of_a_check_ends_with_it() {
        probed(REFUSING, JudgeOptions.ordinary(1), probe -> {
            assertThat(probe.run(List.of("9.1/little")).get(0).message()).contains("ClassNotFoundException");
            assertThat(subjects()).isZero();
        });
    }

    @Test
    void a_jvm_of_a_check_that_is_to_stay_ends_with_the_run() {
        probed(REFUSING, JudgeOptions.ordinary(1).staying(), probe -> {
            probe.run(List.of("9.1/little"));
            assertThat(subjects()).isEqualTo(1);
        });
        assertThat(subjects()).isZero();
    }

    @Test
    void fixtures_end_with_the_check() {
        probed(REFUSING, JudgeOptions.ordinary(1), probe -> {
            probe.run(List.of("9.1/port"));
            assertThat(isFree(portOf(probe))).isTrue();
        });
    }

    @Test
    void fixtures_that_are_to_stay_end_with_the_run() {
        AtomicInteger port = new AtomicInteger();
        probed(REFUSING, JudgeOptions.ordinary(1).staying(), probe -> {
            probe.run(List.of("9.1/port"));
            port.set(portOf(probe));
            assertThat(isFree(port.get())).isFalse();
        });
        assertThat(isFree(port.get())).isTrue();
    }

    @Test
    void time_moves_for_the_fixtures_and_every_server_of_a_check_at_once() {
        probed(TELLING, JudgeOptions.ordinary(1), probe -> {
            CheckResult result = probe.run(List.of("9.2/together")).get(0);
            assertThat(result.message()).isEmpty();
            assertThat(result.conversation())
                    .filteredOn(Conversation.Note.class::isInstance)
                    .containsExactly(new Conversation.Note("time", "+ 2h"));
        });
    }

    @Test
    void a_server_that_starts_late_starts_at_the_present_time() {
        probed(
                TELLING,
                JudgeOptions.ordinary(1),
                probe -> assertThat(probe.run(List.of("9.2/late")))
                        .extracting(CheckResult::message)
                        .containsExactly(""));
    }

    @Test
    void a_server_that_is_stopped_answers_nobody_and_time_goes_on() {
        probed(
                TELLING,
                JudgeOptions.ordinary(1),
                probe -> assertThat(probe.run(List.of("9.2/stopped")))
                        .extracting(CheckResult::message)
                        .containsExactly(""));
    }

    @Test
    void a_check_takes_the_origin_as_a_parameter() {
        probed(
                TELLING,
                JudgeOptions.ordinary(1),
                probe -> assertThat(probe.run(List.of("9.2/origin")))
                        .extracting(CheckResult::message)
                        .containsExactly(""));
    }

    @Test
    void origins_end_with_the_check() {
        AtomicInteger port = new AtomicInteger();
        probed(TELLING, JudgeOptions.ordinary(1).staying(), probe -> {
            probe.run(List.of("9.2/origin"));
            port.set(probe.latest("9.2/origin").fixtures().origin().uri().getPort());
            assertThat(isFree(port.get())).isFalse();
        });
        assertThat(isFree(port.get())).isTrue();
    }

    @Test
    void a_check_that_wants_a_bucket_where_its_module_has_none_is_broken() {
        probed(TELLING, JudgeOptions.ordinary(1), probe -> {
            CheckResult result = probe.run(List.of("9.2/no-bucket")).get(0);
            assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(result.message()).isEqualTo("the module has no bucket: its exercise.yaml says so");
        });
    }

    @Test
    void a_check_asks_by_dns_and_the_conversation_has_it() {
        probed(ANSWERING, JudgeOptions.ordinary(1), probe -> {
            CheckResult result = probe.run(List.of("9.3/asked")).get(0);
            assertThat(result.message()).isEmpty();
            assertThat(result.conversation())
                    .containsExactly(new Conversation.Exchange(
                            "resolver",
                            "clock",
                            "A",
                            "www.cdn.example. +subnet=203.0.113.0/24",
                            "NOERROR",
                            List.of("address 198.51.100.7", "ttl 30", "scope 24")));
        });
    }

    @Test
    void a_server_that_answers_no_dns_is_told_how_to() {
        probed(TELLING, JudgeOptions.ordinary(1), probe -> {
            CheckResult result = probe.run(List.of("9.3/asked")).get(0);
            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.message())
                    .isEqualTo(
                            "your server answers no DNS: its create must call DnsServer.beside, as the starter's does");
        });
    }

    private static ModuleSpec module(String entry, Class<?> scene, boolean bucket) {
        return new ModuleSpec(
                1,
                "9-sample",
                "Sample",
                "edgecraft.workshop.sample",
                entry,
                String.class.getName(),
                scene.getName(),
                bucket,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new StepSpec(
                                "9.1",
                                "Heaps",
                                false,
                                10,
                                List.of(),
                                List.of("ordinary", "little", "consequence", "port", "link")),
                        new StepSpec(
                                "9.2",
                                "Time",
                                false,
                                10,
                                List.of(),
                                List.of("together", "late", "stopped", "origin", "no-bucket", "late-answer")),
                        new StepSpec("9.3", "Names", false, 10, List.of(), List.of("asked"))));
    }

    private static long subjects() {
        return ProcessHandle.current().descendants().count();
    }

    private static int portOf(Probe probe) {
        return probe.latest("9.1/port").fixtures().closedPort().uri().getPort();
    }

    private static boolean isFree(int port) {
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return server.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void assertAskedTwice(Supplier<ClockJump> clocks, Verdict atLast) {
        probed(REFUSING, JudgeOptions.ordinary(1), clocks, probe -> {
            assertThat(probe.run(List.of("9.1/little")))
                    .extracting(CheckResult::verdict)
                    .containsExactly(atLast);
            assertThat(HeapChecks.LITTLE).hasValue(2);
        });
    }

    private static ClockJump steady() {
        return ClockJump.watch(() -> 0, () -> 0);
    }

    private static ClockJump jumping() {
        AtomicInteger hours = new AtomicInteger();
        return ClockJump.watch(() -> TimeUnit.HOURS.toMillis(hours.incrementAndGet()), () -> 0);
    }

    private void probed(ModuleSpec module, JudgeOptions options, Consumer<Probe> work) {
        probed(module, options, ClockJump::watch, work);
    }

    private void probed(ModuleSpec module, JudgeOptions options, Supplier<ClockJump> clocks, Consumer<Probe> work) {
        probed(module, options, clocks, steadily(), work);
    }

    private static PaceWatch steadily() {
        return new PaceWatch(Pace.ORDINARY, () -> Pace.ORDINARY);
    }

    private void probed(
            ModuleSpec module,
            JudgeOptions options,
            Supplier<ClockJump> clocks,
            PaceWatch paces,
            Consumer<Probe> work) {
        try (SubjectPool subjects = new SubjectPool(SampleSubjects.in(directory));
                Probe probe = new Probe(
                        module,
                        CheckCatalog.of(module, PrivateChecks.NONE),
                        subjects,
                        BUCKETS.of(module).server(),
                        options,
                        directory.resolve("logs"),
                        clocks,
                        paces)) {
            work.accept(probe);
        }
    }
}
