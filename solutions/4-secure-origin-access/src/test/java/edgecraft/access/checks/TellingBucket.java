package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bucket says beside the object, and in the place of one. */
final class TellingBucket {

    private TellingBucket() {}

    /** Fields that S3 sends, and some that others send. */
    static Map<String, String> fields(String mark) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : List.of(
                "x-amz-request-id",
                "X-Amz-Id-2",
                "x-amz-meta-owner",
                "X-Amz-Meta-" + mark,
                "x-amz-version-id",
                "x-amz-bucket-region",
                "x-amz-server-side-encryption-aws-kms-key-id",
                "x-amz-website-redirect-location",
                "Server",
                "Set-Cookie",
                "Via",
                "Vary",
                "Date",
                "Age",
                "Allow",
                "Content-Security-Policy",
                "Link",
                "Location",
                "Content-Location",
                "Refresh",
                "Retry-After",
                "WWW-Authenticate",
                "Access-Control-Allow-Origin",
                "Access-Control-Allow-Methods",
                "X-Powered-By",
                "X-Minio-Deployment-Id",
                "X-" + mark)) {
            fields.put(name, mark);
        }
        return fields;
    }

    /** What S3 says when it refuses, which names all but the secret. */
    static String document(DoorSettings door, String mark) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + mark + "</Code><Message>" + mark
                + "</Message><AWSAccessKeyId>" + door.accessKey() + "</AWSAccessKeyId><BucketName>" + door.bucket()
                + "</BucketName><StringToSign>" + Signing.ALGORITHM + "</StringToSign><HostId>" + mark
                + "</HostId></Error>";
    }
}
