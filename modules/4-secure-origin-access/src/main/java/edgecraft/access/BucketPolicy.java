package edgecraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import edgecraft.kit.Distribution;
import edgecraft.kit.Todo;

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
        throw new Todo("4.3", "the policy of the bucket");
    }
}
