package edgecraft.access.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import edgecraft.kit.Distribution;
import edgecraft.kit.DoorSettings;
import edgecraft.kit.host.TimeMark;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureVerifierTest {

    private static final Instant NOW = Instant.parse("2024-02-29T23:59:59Z");
    private static final String SECRET = "wJalr/XUtnFEMI+K7MDENG=bPxRfiCYEXAMPLEKEY";
    private static final DoorSettings SETTINGS = new DoorSettings(
            URI.create("http://127.0.0.1:9000"),
            "eu-north-1",
            "films",
            "AKIAIOSFODNN7EXAMPLE",
            SECRET,
            new Distribution("111122223333", "EDFDVBD6EXAMPLE"),
            "token",
            Duration.ofSeconds(1),
            new TimeMark());
    private static final String PATH = "/a%20b/%2B//./x/../~%2A/";
    private static final String ASKED = "/a%20b/%2b//./x/../~*/?x=1";
    private static final List<String> NAMES = List.of("host", "x-amz-content-sha256", "x-amz-date");

    private final SignatureVerifier verifier = new SignatureVerifier(SETTINGS, NOW);

    @Test
    void acceptsWhatIsRight() {
        verify(signed(request(), NAMES));
        verify(signed(
                with(request(), "Range", "bytes=0-9"), List.of("host", "range", "x-amz-content-sha256", "x-amz-date")));
        verify(signed(
                with(request(), "User-Agent", "door"),
                List.of("host", "user-agent", "x-amz-content-sha256", "x-amz-date")));
        verify(signed(
                with(without(request(), "x-amz-content-sha256"), "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"), NAMES));
    }

    @Test
    void signsAsTheSdkDoes() {
        for (String path : List.of(PATH, "/", "//", "/.", "/..", "/a/", "/%C3%A9", "/%25")) {
            Canonical canonical = Canonical.of(request("/films" + path), NAMES);
            assertThat(SdkSignature.of(canonical, SETTINGS, NOW))
                    .as(path)
                    .contains(Signing.of(SETTINGS, NOW).signature(canonical.text()));
            Canonical unsigned = canonical
                    .withPayloadHash("UNSIGNED-PAYLOAD")
                    .withHeader("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
            assertThat(SdkSignature.of(unsigned, SETTINGS, NOW))
                    .as(path)
                    .contains(Signing.of(SETTINGS, NOW).signature(unsigned.text()));
        }
    }

    @Test
    void signsAsTheGuideDoes() {
        // Amazon S3 API reference, "Signature calculations": GET Object, with a range.
        Canonical canonical = new Canonical(
                "GET",
                "/test.txt",
                "",
                List.of(
                        new Field("host", "examplebucket.s3.amazonaws.com"),
                        new Field("range", "bytes=0-9"),
                        new Field("x-amz-content-sha256", FormSlips.NO_PAYLOAD),
                        new Field("x-amz-date", "20130524T000000Z")),
                FormSlips.NO_PAYLOAD);
        Signing signing = Signing.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1", "20130524T000000Z");

        assertThat(signing.signature(canonical.text()))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThatThrownBy(() -> verify(signed(request(), List.of("x-amz-content-sha256", "x-amz-date"))))
                .hasMessageContaining("host was sent, and SignedHeaders is x-amz-content-sha256;x-amz-date");
        assertThatThrownBy(() -> verify(signed(with(request(), "X-Amz-Meta-Evil", "1"), NAMES)))
                .hasMessageContaining("x-amz-meta-evil was sent");
        assertThatThrownBy(
                        () -> verify(signed(request(), List.of("host", "range", "x-amz-content-sha256", "x-amz-date"))))
                .hasMessageContaining("it names range, and no such field reached the bucket");
        assertThatThrownBy(() -> verify(request())).hasMessageContaining("has none");
        assertThatThrownBy(() -> verify(with(request(), "Authorization", "Bearer x")))
                .hasMessageContaining("in the form of Signature Version 4");
    }

    @Test
    void refusesAnotherRequest() {
        assertThatThrownBy(() -> verifier.verify(signed(request(), NAMES), "HEAD", PATH, PATH))
                .hasMessageContaining("expected the method HEAD");
        assertThatThrownBy(() -> verifier.verify(signed(request(), NAMES), "GET", "/b", "/b"))
                .hasMessageContaining("expected the bucket to be asked for /films/b");
        assertThatThrownBy(() -> verify(signed(with(without(request(), "Host"), "Host", "127.0.0.1"), NAMES)))
                .hasMessageContaining("expected the field Host: 127.0.0.1:9000");
        assertThatThrownBy(() ->
                        verify(signed(with(without(request(), "x-amz-date"), "x-amz-date", "20240301T000000Z"), NAMES)))
                .hasMessageContaining("expected the field x-amz-date: 20240229T235959Z");
    }

    @Test
    void namesEveryUsualError() {
        Canonical right = Canonical.of(request(), NAMES);
        Signing signing = Signing.of(SETTINGS, NOW);
        Map<String, String> forms = FormSlips.of(right, NAMES, SETTINGS, ASKED);
        List<String> explained = new ArrayList<>();
        forms.forEach((words, text) -> {
            if (!text.equals(right.text())) {
                explained.add(message(signing.signature(text)));
            }
        });
        KeySlips.of(signing, SETTINGS, NOW).forEach((words, other) -> {
            // The machine's time goes on.
            boolean isFixed = !words.contains("machine");
            if (isFixed && !other.signature(right.text()).equals(signing.signature(right.text()))) {
                explained.add(message(other.signature(right.text())));
            }
        });

        assertThat(explained)
                .hasSizeGreaterThan(60)
                .allSatisfy(message -> assertThat(message)
                        .contains("but this is the signature that comes out if")
                        .doesNotContain(SECRET));
        assertThat(explained)
                .flatExtracting(message -> message.lines().skip(1).toList())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(explained.get(0)).contains("the path is encoded twice").contains("/films/a%2520b");
    }

    @Test
    void showsWhatIsExpectedWhereNoErrorIsKnown() {
        assertThat(message("0".repeat(64)))
                .contains("comes from none of the usual errors")
                .contains("  /films" + PATH + "\n")
                .contains("  20240229/eu-north-1/s3/aws4_request\n")
                .doesNotContain(SECRET);
    }

    private String message(String signature) {
        try {
            verify(with(request(), "Authorization", authorization(NAMES, signature)));
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
        throw new IllegalStateException("accepted: " + signature);
    }

    private void verify(Request request) {
        verifier.verify(request, "GET", PATH, ASKED);
    }

    private static Request request() {
        return request("/films" + PATH);
    }

    private static Request request(String target) {
        Fields fields = Fields.of(
                "Host", "127.0.0.1:9000",
                "x-amz-date", "20240229T235959Z",
                "x-amz-content-sha256", FormSlips.NO_PAYLOAD);
        return new Request("GET", target, fields, new byte[0]);
    }

    private static Request signed(Request request, List<String> names) {
        Canonical canonical = Canonical.of(request, names);
        return with(
                request,
                "Authorization",
                authorization(names, Signing.of(SETTINGS, NOW).signature(canonical.text())));
    }

    private static String authorization(List<String> names, String signature) {
        return "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20240229/eu-north-1/s3/aws4_request, SignedHeaders="
                + String.join(";", names) + ", Signature=" + signature;
    }

    private static Request with(Request request, String name, String value) {
        List<Field> lines = Stream.concat(request.fields().lines().stream(), Stream.of(new Field(name, value)))
                .collect(Collectors.toList());
        return new Request(request.method(), request.target(), new Fields(lines), request.body());
    }

    private static Request without(Request request, String name) {
        return new Request(
                request.method(),
                request.target(),
                new Fields(request.fields().lines().stream()
                        .filter(line -> !line.name().equalsIgnoreCase(name))
                        .toList()),
                request.body());
    }
}
