package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpResponse;

class ObjectFieldsTest {

    @Test
    void type_and_length_are_passed_on() {
        SdkHttpResponse s3 = SdkHttpResponse.builder()
                .putHeader("content-type", "text/css")
                .putHeader("content-length", "42")
                .build();

        assertThat(ObjectFields.forViewer(s3))
                .containsEntry("Content-Type", "text/css")
                .containsEntry("Content-Length", "42");
    }

    @Test
    void what_s3_did_not_send_is_left_out() {
        SdkHttpResponse s3 =
                SdkHttpResponse.builder().putHeader("ETag", "\"5d41402a\"").build();

        assertThat(ObjectFields.forViewer(s3)).hasSize(1).containsEntry("ETag", "\"5d41402a\"");
    }

    @Test
    void what_is_s3s_own_is_left_out() {
        SdkHttpResponse s3 = SdkHttpResponse.builder()
                .putHeader("Cache-Control", "max-age=60")
                .putHeader("x-amz-request-id", "4442587FB7D0A2F9")
                .putHeader("Server", "AmazonS3")
                .build();

        assertThat(ObjectFields.forViewer(s3)).hasSize(1).containsEntry("Cache-Control", "max-age=60");
    }

    @Test
    void a_304_has_what_freshens_a_copy_and_of_the_body_only_the_length() {
        SdkHttpResponse s3 = SdkHttpResponse.builder()
                .putHeader("ETag", "\"5d41402a\"")
                .putHeader("Cache-Control", "max-age=60")
                .putHeader("Content-Type", "text/css")
                .putHeader("Content-Length", "42")
                .build();

        assertThat(ObjectFields.forCopy(s3)).containsOnlyKeys("ETag", "Cache-Control", "Content-Length");
    }

    @Test
    void a_part_says_which_bytes_it_has() {
        SdkHttpResponse s3 = SdkHttpResponse.builder()
                .putHeader("Content-Range", "bytes 0-99/1000")
                .build();

        assertThat(ObjectFields.forViewer(s3)).containsEntry("Content-Range", "bytes 0-99/1000");
    }
}
