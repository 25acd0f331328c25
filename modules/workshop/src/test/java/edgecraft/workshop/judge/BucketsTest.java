package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void a_module_gets_the_store_only_if_it_has_a_bucket() {
        try (Buckets embedded = Buckets.embedded()) {
            assertThat(embedded.of(Samples.module())).isSameAs(embedded);
            assertThat(embedded.of(Samples.withoutBucket()).make()).isEqualTo("none");
        }
    }

    @Test
    void closing_what_is_not_there_does_nothing() {
        Buckets.none().close();
        assertThat(Buckets.none().server()).isDone();
    }
}
