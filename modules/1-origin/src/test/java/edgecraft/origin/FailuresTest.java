package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {

    @Test
    void a_call_that_took_too_long_is_a_504() {
        assertThat(Failures.status(ApiCallTimeoutException.create(3000))).isEqualTo(504);
    }

    @Test
    void a_read_that_waited_too_long_is_a_504() {
        assertThat(Failures.status(new SocketTimeoutException("Read timed out")))
                .isEqualTo(504);
    }

    @Test
    void a_timeout_may_be_the_cause_of_what_was_thrown() {
        Exception timeout = new SocketTimeoutException("Read timed out");

        assertThat(Failures.status(SdkClientException.create("no answer", timeout)))
                .isEqualTo(504);
    }

    @Test
    void the_503_of_s3_stays_a_503() {
        assertThat(Failures.status(S3Exception.builder().statusCode(503).build()))
                .isEqualTo(503);
    }

    @Test
    void any_other_status_of_s3_is_a_502() {
        assertThat(Failures.status(S3Exception.builder().statusCode(500).build()))
                .isEqualTo(502);
        assertThat(Failures.status(S3Exception.builder().statusCode(403).build()))
                .isEqualTo(502);
    }

    @Test
    void a_store_that_can_not_be_reached_is_a_502() {
        Exception refused = new ConnectException("Connection refused");

        assertThat(Failures.status(SdkClientException.create("no connection", refused)))
                .isEqualTo(502);
    }
}
