package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Fixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What S3 would tell, and do, for whoever may ask it. */
final class SubResources {

    private SubResources() {}

    /** Queries that mean something to S3. */
    static List<String> queries(String presigned) {
        return List.of(
                presigned,
                "acl",
                "policy",
                "uploads",
                "versions",
                "list-type=2",
                "location",
                "tagging",
                "torrent",
                "attributes",
                "uploadId=1&partNumber=1",
                "partNumber=1",
                "versionId=null",
                "response-content-type=text%2Fhtml",
                "response-cache-control=max-age%3D99999",
                "prefix=films/&delimiter=/",
                "X-Amz-Signature=0&X-Amz-Algorithm=AWS4-HMAC-SHA256",
                "AWSAccessKeyId=x&Signature-=x");
    }

    /** What nobody outside may read: what it is by its text. */
    static Map<String, String> secrets(Fortress fortress, Fixtures fixtures) {
        DoorSettings settings = fortress.settings();
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put(settings.secretKey(), "the secret key");
        secrets.put(settings.accessKey(), "the access key");
        secrets.put(settings.token(), "the operators' token");
        secrets.put(settings.bucket(), "the bucket's name");
        secrets.put(fixtures.bucket().endpoint().getAuthority(), "the bucket's endpoint");
        secrets.put(settings.endpoint().getAuthority(), "the bucket's endpoint");
        secrets.put(fortress.doorUri().getAuthority() + "/", "the address of the door");
        secrets.put("AWS4-HMAC-SHA256", "a signature for the bucket");
        secrets.put("\nx-amz-", "a field of the bucket's own");
        secrets.put("<Error>", "an error of the bucket's");
        secrets.put("Exception:", "the name of an exception");
        secrets.put("java.", "the name of a class");
        secrets.put("\tat ", "a stack trace");
        secrets.put(".java:", "a stack trace");
        return secrets;
    }
}
