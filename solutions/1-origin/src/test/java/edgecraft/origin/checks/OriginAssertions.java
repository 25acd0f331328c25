package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.StoredObject;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What checks of an origin say again and again. */
final class OriginAssertions {

    /** RFC 9110 §5.6.7: the one form of a date that a sender may use. */
    private static final Pattern IMF_FIXDATE =
            Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");

    /** Fields that belong to a connection or to the moment, not to an object. */
    private static final List<String> PASSING = List.of("Date", "Connection", "Keep-Alive", "Transfer-Encoding");

    private OriginAssertions() {}

    /** The field {@code Content-Type} names this media type; how it is written doesn't matter. */
    static void assertMediaType(Answer answer, String stored) {
        assertThat(answer).because("the object was stored with one").hasField("Content-Type");
        String sent = answer.field("Content-Type").orElseThrow();
        if (!mediaType(sent).equals(mediaType(stored))) {
            throw new AssertionError("expected the object's own type, Content-Type: " + stored
                    + ", but the answer has Content-Type: " + sent);
        }
    }

    /** Status 405, and the methods that there are. */
    static void assertRefused(Answer answer) {
        assertThat(answer)
                .because("a viewer may only read")
                .hasStatus(405)
                .because("a 405 says which methods would be allowed")
                .hasField("Allow");
        if (!list(answer.fieldValues("Allow")).equals(Set.of("GET", "HEAD"))) {
            throw new AssertionError("expected Allow to list GET and HEAD and nothing else, but the answer has Allow: "
                    + String.join(", ", answer.fieldValues("Allow")));
        }
    }

    /** The field {@code Last-Modified} is a date in HTTP's form, of an object stored a moment ago. */
    static void assertModifiedJustNow(Answer answer) {
        assertThat(answer)
                .hasFieldMatching("Last-Modified", IMF_FIXDATE, "a date such as Tue, 03 Nov 2026 09:05:00 GMT");
        String value = answer.field("Last-Modified").orElseThrow();
        Instant modified = HttpDate.parse(value);
        if (Duration.between(modified, Instant.now()).abs().compareTo(Duration.ofMinutes(10)) > 0) {
            throw new AssertionError(
                    "expected the time at which the object was stored, which is a moment ago, but the answer"
                            + " has Last-Modified: " + value);
        }
    }

    /** The answer to {@code HEAD} has the status and the fields of the answer to {@code GET}. */
    static void assertSameHeader(Answer head, Answer get) {
        assertThat(head)
                .because("that is the status of GET")
                .hasStatus(get.status())
                .hasNoBody();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(get.fieldNames());
        names.addAll(head.fieldNames());
        List<String> differences = names.stream()
                .filter(name -> PASSING.stream().noneMatch(name::equalsIgnoreCase))
                .filter(name -> !head.fieldValues(name).equals(get.fieldValues(name)))
                .map(name -> name + ": " + said(get.fieldValues(name)) + " in GET, " + said(head.fieldValues(name))
                        + " in HEAD")
                .toList();
        if (!differences.isEmpty()) {
            throw new AssertionError("expected HEAD to have the same fields as GET, but they differ in\n"
                    + String.join("\n", differences));
        }
    }

    /** Nothing in the answer tells that there is an S3 bucket, which one, or how to get in. */
    static void assertNothingOfS3(Answer answer, Bucket bucket) {
        answer.fieldNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-"))
                .findFirst()
                .ifPresent(name -> {
                    throw new AssertionError("expected no field of S3's own, but the answer to " + answer.request()
                            + " has " + name + ": " + String.join(", ", answer.fieldValues(name)));
                });
        assertUnsaid(answer, "the bucket's name", bucket.name());
        assertUnsaid(answer, "the bucket's address", bucket.endpoint().getAuthority());
        assertUnsaid(answer, "the access key", bucket.accessKey());
        assertUnsaid(answer, "the secret key", bucket.secretKey());
    }

    /** Nothing in the answer is of the inside of a program. */
    static void assertNothingOfTheCode(Answer answer) {
        for (String code : List.of("\tat ", "Exception", "amazonaws", "awssdk", "<Error>")) {
            assertThat(answer)
                    .because("that is for your log and not for viewers")
                    .bodyDoesNotContain(code);
        }
    }

    static void assertUnsaid(Answer answer, String what, String secret) {
        Stream<String> fields = answer.fieldNames().stream()
                .flatMap(name -> answer.fieldValues(name).stream().map(value -> name + ": " + value));
        Stream.concat(fields, answer.text().lines())
                .filter(line -> line.contains(secret))
                .findFirst()
                .ifPresent(line -> {
                    throw new AssertionError("expected nothing about the store, but " + what + " is in the answer to "
                            + answer.request() + ": " + line);
                });
    }

    /** The members of a list field, in capitals, whatever lines and spaces it is made of. */
    private static Set<String> list(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(member -> member.strip().toUpperCase(Locale.ROOT))
                .filter(member -> !member.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Lets the origin reach its bucket over this link, and in no other way. */
    static void over(BucketLink link, Instance<OriginSettings> origin) {
        origin.settings(settings -> settings.withEndpoint(link.endpoint()));
    }

    /** The tag of an object that was sent whole. */
    static String tagOf(Answer answer) {
        assertThat(answer)
                .hasStatus(200)
                .because("caches ask with it whether their copy is still good")
                .hasField("ETag");
        return answer.field("ETag").orElseThrow();
    }

    /** When an object was stored, as the answer says it. */
    static Instant modifiedOf(Answer answer) {
        assertThat(answer).hasStatus(200);
        assertModifiedJustNow(answer);
        return HttpDate.parse(answer.field("Last-Modified").orElseThrow());
    }

    /** A 206 with these bytes of the object and no others; positions as in a {@code Range}. */
    static void assertPart(Answer answer, StoredObject object, int first, int last) {
        int length = object.body().length;
        String what = "the viewer asked for the bytes " + first + " to " + last + " of " + length;
        assertThat(answer)
                .because(what)
                .hasStatus(206)
                .hasField("Content-Range", "bytes " + first + "-" + last + "/" + length)
                .hasField("Content-Length", Integer.toString(last - first + 1))
                .hasBody(Arrays.copyOfRange(object.body(), first, last + 1));
    }

    /** Type and parameters; case and spaces are no part of the meaning, nor are quotes around a value. */
    private static List<String> mediaType(String value) {
        return Arrays.stream(value.split(";"))
                .map(part -> part.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
                .toList();
    }

    private static String said(List<String> values) {
        return values.isEmpty() ? "none" : "\"" + String.join("\" and \"", values) + "\"";
    }

    /** The answer to one of many requests that are all alike. None comes when those before have kept their connections to S3. */
    static Answer oneOfMany(int number, Supplier<Answer> asked) {
        try {
            return asked.get();
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected request number " + number + " to be answered as number 1 was, because each gives back its"
                            + " connection to S3, but there was " + waited.getMessage(),
                    waited);
        }
    }
}
