package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

@Step("4.1")
class SigningChecks {

    private static final int REFUSED = 403;

    /** How many viewers there are side by side, and how often each asks. */
    private static final int CROWD = 8;

    private static final int EACH = 25;

    private static final List<String> REGIONS = List.of("us-east-1", "eu-central-1", "ap-southeast-2", "us-gov-west-1");

    /** Times at which a date is easily written wrongly: with one digit, twelve hours, or the year of a week. */
    private static final List<LocalTime> TIMES =
            List.of(LocalTime.of(0, 0), LocalTime.of(1, 2, 3), LocalTime.of(12, 0, 9), LocalTime.of(23, 59, 59));

    @Check(
            id = "signed-for-the-bucket",
            title = "the bucket, which lets in nobody without a signature, lets the door in",
            reference = "S3 API: authenticating requests (SigV4)")
    void signedForTheBucket(
            Instance<AccessSettings> server, Fixtures fixtures, Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        Answer answer = viewer.get("/" + object.key());
        if (answer.status() == REFUSED) {
            // The bucket doesn't say what is wrong: one that is played can.
            PlayedBucket.another(server, fixtures).assertServed();
        }
        assertThat(answer).because("the bucket has this object").hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "verified-strictly",
            title = "host and every x-amz-* that is sent are signed, for this second, region and service",
            reference = "S3 API: signature calculations in the Authorization header")
    void verifiedStrictly(Instance<AccessSettings> server, Fixtures fixtures) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);

        bucket.assertServed();
        server.advance(Duration.ofSeconds(1));
        bucket.assertServed();
        server.advance(Duration.ofMinutes(16));
        bucket.assertServed();
    }

    @Check(
            id = "signed-head",
            title = "a HEAD is asked and signed as a HEAD, and answered with the length",
            reference = "S3 API: HeadObject")
    void signedHead(Instance<AccessSettings> server, Fixtures fixtures) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        String path = bucket.object();
        bucket.assertServed(path);

        bucket.assertAsksBy("HEAD", path, path);
        assertThat(bucket.viewer().head(path))
                .because("that is what GET would be answered")
                .hasStatus(200)
                .hasField("Content-Type", "text/plain")
                .hasField(
                        "Content-Length",
                        Integer.toString(PlayedBucket.text(path).length()))
                .hasNoBody();
        bucket.assertServed(path);
    }

    @Check(
            id = "settings-count",
            title =
                    "bucket, region and keys are those of each door's settings, and each viewer gets what they asked for",
            reference = "S3 API: signature calculations in the Authorization header")
    void settingsCount(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket first = PlayedBucket.of(server, fixtures);
        first.assertServed();
        for (String region : REGIONS) {
            // A secret is any text: with %2F it looks like a part of a URL, with = like base64.
            String secret = random.name() + "/+=%2F+%+" + random.name() + "==";
            PlayedBucket bucket = first.another(settings -> settings.withRegion(region)
                    .withBucket("films-" + random.name())
                    .withKeys("AKIA" + random.name(), secret));
            bucket.assertServed();
            first.assertServed();
            bucket.assertServed();
        }
        assertSideBySide(first, fixtures);
    }

    private static void assertSideBySide(PlayedBucket bucket, Fixtures fixtures) {
        int before = bucket.stub().requests().size();
        List<String> paths = Stream.generate(bucket::object).limit(CROWD).toList();

        Crowd.of(CROWD, number -> {
            String path = paths.get(number);
            String text = PlayedBucket.text(path);
            for (int i = 0; i < EACH; i++) {
                assertThat(bucket.viewer().get(path))
                        .because("the bucket has this object, whoever else asks for another")
                        .hasStatus(200)
                        .hasText(text);
                assertThat(bucket.viewer().head(path))
                        .because("the bucket has this object, whoever else asks for another")
                        .hasStatus(200)
                        .hasField("Content-Length", Integer.toString(text.length()));
            }
            return number;
        });
        SignatureVerifier verifier =
                new SignatureVerifier(bucket.settings(), fixtures.clock().instant());
        List<Request> all = bucket.stub().requests();
        for (Request sent : all.subList(before, all.size())) {
            String path = sent.target().substring(bucket.target("").length());
            verifier.verify(sent, sent.method(), path, path);
        }
    }

    @Check(
            id = "around-midnight",
            title = "a signature is made for the day that it is in UTC, at any hour and in any month",
            reference = "S3 API: signature calculations in the Authorization header")
    void aroundMidnight(Instance<AccessSettings> server, Fixtures fixtures) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        LocalDate today = fixtures.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate month = today.withDayOfMonth(1).plusMonths(1);
        advanceThrough(server, fixtures, bucket, today.plusDays(1));
        advanceThrough(server, fixtures, bucket, month.plusMonths(1).minusDays(1));
        for (int years = 1; years <= 3; years++) {
            LocalDate year = month.plusMonths(1).withDayOfYear(1).plusYears(years);
            advanceThrough(server, fixtures, bucket, year.minusDays(1));
            advanceThrough(server, fixtures, bucket, year);
        }
    }

    /** At all the times of a day. */
    private static void advanceThrough(
            Instance<AccessSettings> server, Fixtures fixtures, PlayedBucket bucket, LocalDate day) {
        for (LocalTime time : TIMES) {
            ZonedDateTime then = day.atTime(time).atZone(ZoneOffset.UTC);
            server.advance(Duration.between(fixtures.clock().instant(), then.toInstant()));
            bucket.assertServed();
        }
    }

    @OwnJvm(
            options = {
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.extensions=u-ca-buddhist-nu-arab",
                "-Duser.timezone=Pacific/Apia"
            })
    @Check(
            id = "other-locale",
            title = "a signature is the same where people have other digits, years, clocks and capitals",
            reference = "Javadoc of Locale.ROOT")
    void otherLocale(Instance<AccessSettings> server, Fixtures fixtures) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();
        String path = bucket.object();

        bucket.assertAsks(path.replace(".txt", "%ef%2e%69.txt"), path.replace(".txt", "%EF.i.txt"));
        for (int hours = 0; hours < 4; hours++) {
            server.advance(Duration.ofHours(6));
            bucket.assertServed(path);
        }
        for (String field :
                List.of("If-Match", "If-None-Match", "if-modified-since", "IF-UNMODIFIED-SINCE", "If-Range")) {
            String value = "\"" + fixtures.randoms().name() + "\"";
            Passed.assertPassed(bucket.assertAsks(path, path, field, value), field, value);
        }
    }
}
