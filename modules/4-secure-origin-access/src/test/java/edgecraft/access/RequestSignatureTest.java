package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples that Amazon has published for S3: same keys, same day, same signatures. */
class RequestSignatureTest {

    private static final Locale DEFAULT = Locale.getDefault();

    private final RequestSignature signature = new RequestSignature(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "us-east-1",
            Instant.parse("2013-05-24T00:00:00Z"));

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(DEFAULT);
    }

    @Test
    void ten_bytes_of_an_object() {
        CanonicalRequest request = CanonicalRequest.of("GET", "/test.txt", headers("Range", " bytes=0-9 "));

        assertThat(request.text()).isEqualTo("""
                GET
                /test.txt

                host:examplebucket.s3.amazonaws.com
                range:bytes=0-9
                x-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                x-amz-date:20130524T000000Z

                host;range;x-amz-content-sha256;x-amz-date
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""");
        assertThat(signature.of(request)).isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(signature.authorization(request))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void a_name_without_a_value_is_signed_with_an_equals_sign() {
        assertThat(signature.of(request("lifecycle=")))
                .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void a_listing() {
        assertThat(signature.of(request("max-keys=2&prefix=J")))
                .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void a_presigned_url() {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host";
        CanonicalRequest request = new CanonicalRequest(
                "GET",
                "/test.txt",
                query,
                new TreeMap<>(Map.of("host", "examplebucket.s3.amazonaws.com")),
                "UNSIGNED-PAYLOAD");

        assertThat(signature.of(request)).isEqualTo("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void digits_are_those_of_the_protocol_whatever_the_locale() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(signature.timestamp()).isEqualTo("20130524T000000Z");
        assertThat(signature.of(request("lifecycle="))).startsWith("fea454ca");
    }

    @Test
    void the_key_is_in_no_text() {
        assertThat(signature.toString()).doesNotContain("wJalr");
    }

    private static CanonicalRequest request(String query) {
        CanonicalRequest plain = CanonicalRequest.of("GET", "/", headers("Host", "examplebucket.s3.amazonaws.com"));
        return new CanonicalRequest("GET", "/", query, plain.headers(), plain.payloadHash());
    }

    private static Map<String, String> headers(String name, String value) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Host", "examplebucket.s3.amazonaws.com",
                "x-amz-date", "20130524T000000Z",
                "x-amz-content-sha256", CanonicalRequest.NO_PAYLOAD));
        headers.put(name, value);
        return headers;
    }
}
