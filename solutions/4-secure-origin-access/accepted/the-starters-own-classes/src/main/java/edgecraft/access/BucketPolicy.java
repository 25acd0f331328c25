package edgecraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgecraft.kit.Distribution;

/** Step 4.3: the policy of a bucket that one distribution may read, and nobody else. */
final class BucketPolicy {

    private BucketPolicy() {}

    /**
     * The policy's document.
     *
     * @param bucket the name of the bucket
     * @param distribution which one may read
     */
    static JsonNode of(String bucket, Distribution distribution) {
        ObjectNode policy = Json.object().put("Version", "2012-10-17");
        ObjectNode statement = policy.putArray("Statement").addObject().put("Effect", "Allow");
        statement.putObject("Principal").put("Service", "cloudfront.amazonaws.com");
        statement.put("Action", "s3:GetObject").put("Resource", "arn:aws:s3:::" + bucket + "/*");
        statement
                .putObject("Condition")
                .putObject("StringEquals")
                .put(
                        "AWS:SourceArn",
                        "arn:aws:cloudfront::" + distribution.account() + ":distribution/" + distribution.id());
        return policy;
    }
}
