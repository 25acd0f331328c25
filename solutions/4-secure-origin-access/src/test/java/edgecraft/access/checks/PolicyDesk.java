package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.access.checks.policy.Caller;
import edgecraft.access.checks.policy.NotUnderstoodException;
import edgecraft.access.checks.policy.PolicyEvaluator;
import edgecraft.fixtures.Answer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.Distribution;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Instance;

/** The bucket policy that a door says, and what it lets whom do. */
final class PolicyDesk {

    static final String TARGET = "/.edgecraft/bucket-policy";
    static final String CLOUDFRONT = "cloudfront.amazonaws.com";
    static final String READ = "s3:GetObject";

    private static final int SHOWN = 600;

    private final DoorSettings settings;
    private final String json;
    private final PolicyEvaluator policy;

    private PolicyDesk(DoorSettings settings, String json, PolicyEvaluator policy) {
        this.settings = settings;
        this.json = json;
        this.policy = policy;
    }

    /** Asks the door for its policy, as an operator. */
    static PolicyDesk at(Instance<AccessSettings> door) {
        DoorSettings settings = (DoorSettings) door.settings();
        String json = answer(door).text();
        try {
            return new PolicyDesk(settings, json, PolicyEvaluator.of(json));
        } catch (NotUnderstoodException e) {
            throw new AssertionError("expected a bucket policy, but " + e.getMessage() + ": " + excerpt(json), e);
        }
    }

    /** What the door answers to an operator who asks for the policy. */
    static Answer answer(Instance<AccessSettings> door) {
        Answer answer = door.viewer().get(TARGET, "Authorization", bearer(door));
        assertThat(answer).because("an operator asks for the bucket's policy").hasStatus(200);
        return answer;
    }

    /** What operators of this door show. */
    static String bearer(Instance<AccessSettings> door) {
        return "Bearer " + ((DoorSettings) door.settings()).token();
    }

    /** The distribution that the door is of. */
    Distribution ours() {
        return settings.distribution();
    }

    /** CloudFront, asking for a distribution as a distribution asks. */
    static Caller cloudFront(Distribution distribution) {
        return Caller.service(CLOUDFRONT)
                .on("arn:aws:cloudfront::" + distribution.account() + ":distribution/" + distribution.id())
                .with("aws:SourceAccount", distribution.account());
    }

    /** The distribution that the door is of, asking. */
    Caller ourDistribution() {
        return cloudFront(ours()).called("our distribution, " + ours().id() + " of " + ours().account() + ",");
    }

    /** The name of the door's bucket. */
    String bucket() {
        return settings.bucket();
    }

    /** The resource's name of an object in the door's bucket. */
    String object(String key) {
        return "arn:aws:s3:::" + bucket() + "/" + key;
    }

    /** The policy lets our distribution read this. */
    void assertOursReads(String resource) {
        if (!policy.allows(ourDistribution(), READ, resource)) {
            throw new AssertionError(
                    "expected the policy to let " + ourDistribution().inWords() + " read " + resource
                            + ", but by this one it may not: " + excerpt(json));
        }
    }

    /**
     * The policy doesn't let this caller do this.
     *
     * @param expected what it should be like, after "expected", for example {@code nobody to change anything}
     */
    void assertRefused(String expected, Caller caller, String action, String resource) {
        if (policy.allows(caller, action, resource)) {
            throw new AssertionError("expected " + expected + ", but by this policy " + caller.inWords() + " may "
                    + action + " on " + resource + ": " + excerpt(json));
        }
    }

    private static String excerpt(String json) {
        String line = json.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
