package edgecraft.workshop.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.Exercise;
import edgecraft.workshop.sample.EatsItsHeap;
import edgecraft.workshop.sample.Exits;
import edgecraft.workshop.sample.SampleSubjects;
import io.javalin.Javalin;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void a_jvm_without_memory_says_how_much_heap_it_has_and_what_may_be_the_cause() {
        try (SubjectPool pool = new SubjectPool(SampleSubjects.in(temporary))) {
            Subject subject = pool.own(48, List.of()).current();
            assertThatThrownBy(() -> subject.create(
                            "9.1/heap", EatsItsHeap.class.getName(), "settings", Instant.EPOCH, PATIENCE))
                    .isInstanceOf(SubjectGone.class)
                    .hasMessage(
                            "your server's JVM ran out of memory: its heap is 48 MiB. Does your code hold a whole object"
                                    + " at once?");
            assertThat(subject.ranOutOfMemory()).isTrue();
        }
    }

    @Test
    void a_jvm_that_was_halted_says_so() {
        try (SubjectPool pool = new SubjectPool(SampleSubjects.in(temporary))) {
            Subject subject = pool.current();
            assertThatThrownBy(() ->
                            subject.create("9.1/exit", Exits.class.getName(), "settings", Instant.EPOCH, PATIENCE))
                    .isInstanceOf(SubjectGone.class)
                    .hasMessage(
                            "your server's JVM ended by itself, with exit code 7, while the check was running. Does your"
                                    + " code call System.exit or Runtime.halt?");
            assertThat(subject.ranOutOfMemory()).isFalse();
        }
    }

    @Test
    void only_who_has_the_token_is_let_in_however_many_come_before_and_only_once() throws IOException {
        CompletableFuture<Socket> host = new CompletableFuture<>();
        try (ServerSocket door = new ServerSocket(0, 400, InetAddress.getLoopbackAddress())) {
            List<Socket> silent =
                    IntStream.range(0, 300).mapToObj(i -> knock(door)).toList();
            Socket forger = knock(door);
            Socket right = knock(door);
            Socket second = knock(door);
            for (int i = 0; i < 303; i++) {
                SubjectProcess.welcome(door.accept(), "right", host);
            }
            say(forger, "wrong");
            assertThat(forger.getInputStream().read()).isEqualTo(-1);
            assertThat(host).isNotDone();
            say(right, "right");
            assertThat(host.orTimeout(30, TimeUnit.SECONDS).join().getPort()).isEqualTo(right.getLocalPort());
            say(second, "right");
            assertThat(second.getInputStream().read()).isEqualTo(-1);
            assertThat(host.join().isClosed()).isFalse();
            for (Socket caller : silent) {
                caller.close();
            }
            right.close();
            host.join().close();
        }
    }

    private static Socket knock(ServerSocket door) {
        try {
            Socket caller = new Socket(door.getInetAddress(), door.getLocalPort());
            caller.setSoTimeout((int) PATIENCE.toMillis());
            return caller;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket caller, String token) throws IOException {
        new DataOutputStream(caller.getOutputStream()).writeUTF(token);
    }

    @Test
    void subjects_of_one_check_are_not_those_of_all_and_end_with_them() {
        Subject own;
        try (SubjectPool pool = new SubjectPool(SampleSubjects.in(temporary))) {
            SubjectPool apart = pool.own(48, List.of());
            own = apart.current();
            assertThat(apart.current()).isSameAs(own);
            Subject shared = pool.current();
            assertThat(shared).isNotSameAs(own);
            assertThat(pool.own(48, List.of()).current()).isNotIn(own, shared);
            assertThat(own.answers(PATIENCE)).isTrue();
        }
        assertThat(own.isAlive()).isFalse();
    }

    @Test
    void a_subject_in_this_jvm_has_its_classes_and_answers_until_it_is_ended() {
        try (SubjectPool pool = SubjectPool.inThisJvm(getClass().getClassLoader(), temporary)) {
            Subject subject = pool.current();
            Subject.RunningInstance instance =
                    subject.create("9.1/here", CountsInThisJvm.class.getName(), "settings", Instant.EPOCH, PATIENCE);
            assertThat(CountsInThisJvm.MADE).hasValue(1);
            subject.stop(instance, PATIENCE);
            assertThat(subject.answers(PATIENCE)).isTrue();
            subject.close();
            assertThat(subject.answers(PATIENCE)).isFalse();
            assertThatThrownBy(() -> subject.advance(instance, Duration.ofSeconds(1), PATIENCE))
                    .isInstanceOf(SubjectGone.class)
                    .hasMessage("your server was ended");
            assertThat(pool.current()).isNotSameAs(subject);
        }
    }

    @Test
    void only_the_ordinary_subject_records_the_class_archive() {
        SubjectOptions ordinary = SampleSubjects.in(temporary);
        SubjectOptions recording = new SubjectOptions(
                ordinary.classPath(),
                ordinary.classes(),
                ordinary.heap(),
                ordinary.archive(),
                true,
                temporary,
                ordinary.jvm(),
                ordinary.echo(),
                ordinary.debugPort(),
                ordinary.sandbox());
        assertThat(recording.in(temporary).record()).isTrue();
        assertThat(recording.alone(48, List.of()).record()).isFalse();
    }

    @Test
    void a_subject_of_one_check_may_have_further_options() {
        SubjectOptions alone = SampleSubjects.in(temporary).alone(48, List.of("-Duser.timezone=Asia/Tokyo"));
        assertThat(alone.heap()).isEqualTo(48);
        assertThat(alone.jvm()).containsExactly("-Duser.timezone=Asia/Tokyo");
    }

    /** A server that counts, in the JVM it is in, how many of it there are. */
    public static final class CountsInThisJvm implements Exercise<String> {
        private static final AtomicInteger MADE = new AtomicInteger();

        @Override
        public Javalin create(String settings) {
            MADE.incrementAndGet();
            return Javalin.create();
        }
    }
}
