package edgecraft.access.checks;

import edgecraft.access.checks.policy.Caller;
import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.Distribution;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

@Step("4.3")
class BucketPolicyChecks {

    private static final String KEY = "films/storm.mp4";

    @Check(
            id = "our-distribution",
            title = "our distribution may read every object of the bucket",
            reference = "CloudFront guide: restricting access to an S3 origin (OAC)")
    void ourDistribution(Instance<AccessSettings> door, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        PolicyDesk desk = PolicyDesk.at(ours(door, random));

        for (String key : List.of(
                random.name(),
                random.key("films/", ".mp4"),
                random.key("a/b/c/d/e/", ""),
                random.key("with space/caf\u00e9 ", ".txt"),
                random.key("/", "//"),
                random.key(".well-known/", "*"),
                random.name() + "/")) {
            desk.assertOursReads(desk.object(key));
        }
    }

    @Check(
            id = "confused-deputy",
            title = "somebody else's distribution, for which CloudFront asks as well, may not",
            reference = "IAM guide: the confused deputy problem; aws:SourceArn")
    void confusedDeputy(Instance<AccessSettings> door, Fixtures fixtures) {
        PolicyDesk desk = PolicyDesk.at(ours(door, fixtures.randoms()));
        String object = desk.object(KEY);
        desk.assertOursReads(object);
        String expected = "no distribution but ours to read the bucket";

        for (Distribution other : Distributions.others(desk.ours(), chance(fixtures.randoms()))) {
            Caller caller = PolicyDesk.cloudFront(other);
            desk.assertRefused(
                    expected, caller.called(caller.inWords() + ", somebody else's,"), PolicyDesk.READ, object);
        }
        Caller service = Caller.service(PolicyDesk.CLOUDFRONT);
        desk.assertRefused(
                "CloudFront to read the bucket only when it says that it is for our distribution",
                service.called(service.inWords() + ", without aws:SourceArn,"),
                PolicyDesk.READ,
                object);
        desk.assertRefused(
                expected,
                service.with("aws:SourceAccount", desk.ours().account())
                        .called(service.inWords() + ", for something of our account without a name,"),
                PolicyDesk.READ,
                object);
        for (String arn : notDistributions(desk.ours())) {
            desk.assertRefused(
                    expected,
                    service.on(arn).with("aws:SourceAccount", desk.ours().account()),
                    PolicyDesk.READ,
                    object);
        }
    }

    private static String arn(Distribution ours) {
        return "arn:aws:cloudfront::" + ours.account() + ":distribution/" + ours.id();
    }

    private static List<String> notDistributions(Distribution ours) {
        String arn = arn(ours);
        return List.of(
                arn.replace(":distribution/", ":streaming-distribution/"),
                arn.replace(":distribution/", ":function/"),
                arn.replace("arn:aws:", "arn:aws-cn:"),
                arn.replace(":cloudfront::", ":cloudfront:us-east-1:"),
                arn.replace(":cloudfront:", ":s3:"),
                "x" + arn);
    }

    @Check(
            id = "nobody-else",
            title = "nobody else may read the bucket: no user, no other service, not everybody",
            reference = "IAM guide: Principal; S3 guide: bucket policies")
    void nobodyElse(Instance<AccessSettings> door, Fixtures fixtures) {
        PolicyDesk desk = PolicyDesk.at(ours(door, fixtures.randoms()));
        String object = desk.object(KEY);
        desk.assertOursReads(object);
        String arn = arn(desk.ours());
        String account = desk.ours().account();
        String stranger = Distributions.any(chance(fixtures.randoms())).account();

        for (Caller caller : List.of(
                Caller.anonymous(),
                Caller.user(account, "operator"),
                Caller.user(stranger, "operator"),
                Caller.user("cloudfront", "CloudFront Origin Access Identity EH1HDMB1FH2TC"),
                Caller.service("logging.s3.amazonaws.com"),
                Caller.service("edgelambda.amazonaws.com"),
                Caller.service("s3.amazonaws.com"),
                Caller.service("cloudfront.amazonaws.com.cn"),
                Caller.service("delivery.logs.amazonaws.com"))) {
            desk.assertRefused("only CloudFront to read the bucket", caller, PolicyDesk.READ, object);
            desk.assertRefused(
                    "only CloudFront to read the bucket, whatever others say",
                    caller.on(arn).with("aws:SourceAccount", account),
                    PolicyDesk.READ,
                    object);
        }
    }

    @Check(
            id = "only-reading",
            title = "our distribution may read objects, and nothing else",
            reference = "S3 API: actions; IAM guide: least privilege")
    void onlyReading(Instance<AccessSettings> door, Fixtures fixtures) {
        PolicyDesk desk = PolicyDesk.at(ours(door, fixtures.randoms()));
        String object = desk.object(KEY);
        desk.assertOursReads(object);

        String expected = "the policy to allow nothing but s3:GetObject";
        for (String action : S3Actions.OF_OBJECTS) {
            desk.assertRefused(expected, desk.ourDistribution(), action, object);
        }
        for (String action : S3Actions.OF_BUCKETS) {
            desk.assertRefused(expected, desk.ourDistribution(), action, "arn:aws:s3:::" + desk.bucket());
            desk.assertRefused(expected, desk.ourDistribution(), action, object);
        }
    }

    @Check(
            id = "only-this-bucket",
            title = "our distribution may read this bucket, and no other",
            reference = "S3 guide: resources of policies")
    void onlyThisBucket(Instance<AccessSettings> door, Fixtures fixtures) {
        PolicyDesk desk = PolicyDesk.at(ours(door, fixtures.randoms()));
        desk.assertOursReads(desk.object(KEY));

        String ours = desk.bucket();
        for (String other : List.of(
                fixtures.randoms().name(),
                ours + "-backup",
                ours + "2",
                ours + "." + fixtures.randoms().name(),
                "our-" + ours,
                ours.substring(1),
                ours.substring(0, ours.length() - 1),
                ours.replaceFirst(".$", "0"),
                ours.toUpperCase(Locale.ROOT))) {
            if (!other.equals(ours)) {
                desk.assertRefused(
                        "the policy to be about the bucket " + ours + " alone",
                        desk.ourDistribution(),
                        PolicyDesk.READ,
                        "arn:aws:s3:::" + other + "/" + KEY);
            }
        }
    }

    @Check(
            id = "from-the-settings",
            title = "bucket and distribution are those of the settings, each door's own",
            reference = "Lesson 4.3")
    void fromTheSettings(Instance<AccessSettings> door, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        DoorSettings plain = AccessScene.doorTo(fixtures, fixtures.bucket());
        Instance<AccessSettings> one = ours(door, random);
        Instance<AccessSettings> two = ours(door.another(plain), random);
        for (Instance<AccessSettings> each : List.of(one, two, one)) {
            PolicyDesk desk = PolicyDesk.at(each);
            desk.assertOursReads(desk.object(KEY));
            DoorSettings other = (DoorSettings) (each == one ? two : one).settings();
            String otherObject = "arn:aws:s3:::" + other.bucket() + "/" + KEY;
            Caller others = PolicyDesk.cloudFront(other.distribution());
            String expected = "the policy of each door to be about its own bucket and distribution";
            desk.assertRefused(expected, others, PolicyDesk.READ, desk.object(KEY));
            desk.assertRefused(expected, others, PolicyDesk.READ, otherObject);
            desk.assertRefused(expected, desk.ourDistribution(), PolicyDesk.READ, otherObject);
        }
    }

    /** A door of a distribution and a bucket that nobody can know beforehand. */
    private static Instance<AccessSettings> ours(Instance<AccessSettings> door, Randoms random) {
        Distribution distribution = Distributions.any(chance(random));
        String bucket = random.name() + "." + random.name() + "-films";
        return door.settings(
                settings -> ((DoorSettings) settings).withBucket(bucket).withDistribution(distribution));
    }

    private static Random chance(Randoms random) {
        return new Random(ByteBuffer.wrap(random.bytes(Long.BYTES)).getLong());
    }
}
