package edgecraft.workshop.subject;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.host.InstanceOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectOutputTest {

    private static final String CUT = "… more was printed; the first 1 MiB is kept\n";
    private static final int MIB = 1 << 20;

    private final SubjectOutput output = new SubjectOutput(false);

    @Test
    void the_first_mebibyte_of_each_instance_is_kept() throws InterruptedException {
        follow(3_000, i -> line(i % 2 == 0 ? 1 : 2, i % 2 == 0 ? "x".repeat(1_000) : "short"));
        assertThat(output.of(1)).endsWith(CUT).hasSizeBetween(MIB - 2_000, MIB + CUT.length());
        assertThat(output.of(2)).isEqualTo("short\n".repeat(1_500));
    }

    @Test
    void a_line_that_never_ends_is_no_more_than_others() throws InterruptedException {
        follow(40, i -> "x".repeat(MIB));
        assertThat(output.of(0)).endsWith(CUT).hasSizeLessThan(MIB + CUT.length());
    }

    @Test
    void whoever_prints_in_many_names_is_not_kept_more_often() throws InterruptedException {
        follow(40_000, i -> line(1 + i / 1_000, "x".repeat(1_000)));
        assertThat(IntStream.rangeClosed(1, 40)
                        .mapToLong(instance -> output.of(instance).length())
                        .sum())
                .isLessThan(32L * MIB + 40L * CUT.length());
    }

    @Test
    void names_after_the_first_ten_thousand_are_nobodys() throws InterruptedException {
        follow(10_001, i -> line(1 + i, "here"));
        assertThat(output.of(10_000)).isEqualTo("here\n");
        assertThat(output.of(0)).contains("here");
    }

    @Test
    void lines_are_told_apart_wherever_a_read_ends() throws InterruptedException {
        String all = IntStream.range(0, 300).mapToObj("x"::repeat).collect(Collectors.joining("\n", "", "\n"));
        String framed = all.lines().map(text -> line(3, text)).collect(Collectors.joining());
        follow(framed.length(), i -> framed.substring(i, i + 1));
        assertThat(output.of(3)).isEqualTo(all);
    }

    private static String line(int instance, String text) {
        return "" + InstanceOutput.MARK + instance + ":" + text + "\n";
    }

    private void follow(int times, IntFunction<String> text) throws InterruptedException {
        List<InputStream> all = IntStream.range(0, times)
                .mapToObj(i ->
                        (InputStream) new ByteArrayInputStream(text.apply(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        output.follow(new SequenceInputStream(Collections.enumeration(all))).join();
    }
}
