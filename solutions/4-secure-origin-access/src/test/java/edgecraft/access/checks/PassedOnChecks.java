package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Step("4.2")
class PassedOnChecks {

    /** What asks a bucket for something else than an object, or for another answer. */
    private static final List<String> QUERIES = List.of(
            "acl",
            "policy",
            "policyStatus",
            "uploads",
            "uploadId=1",
            "versions",
            "versionId=null",
            "list-type=2",
            "list-type=2&prefix=",
            "location",
            "tagging",
            "torrent",
            "attributes",
            "legal-hold",
            "partNumber=1",
            "response-content-type=text%2Fhtml",
            "response-cache-control=no-store",
            "response-content-disposition=inline",
            "x-id=GetObject",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "a=b",
            "");

    /** Those that no URL has. */
    private static final List<String> ODD_QUERIES =
            List.of("x=a|b", "a=%", "%zz", "q=\"", "<a>{b}^`", "a=\\", "a?b?c", "[x]=1");

    @Check(
            id = "nothing-of-the-viewers",
            title = "of a viewer's fields only ranges and conditions reach the bucket",
            reference = "S3 API: common request headers; CloudFront guide: origin access control")
    void nothingOfTheViewers(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        String path = bucket.object();
        bucket.assertServed(path);

        String mark = "viewers" + random.name();
        for (Map.Entry<String, String> field : fields(mark).entrySet()) {
            Request sent = bucket.assertAsks(path, path, field.getKey(), field.getValue(), "Range", "bytes=0-3");
            Passed.assertPassed(sent, "Range", "bytes=0-3");
            Passed.assertNothingOf(mark, field.getKey(), sent);
            Passed.assertNothingOf(
                    mark, field.getKey(), bucket.assertAsksBy("HEAD", path, path, field.getKey(), field.getValue()));
        }
        int before = bucket.asked();
        String body = "GET " + path + "?" + mark;
        assertThat(bucket.viewer().send("GET", path, body.getBytes(StandardCharsets.UTF_8)))
                .because("the body of a GET means nothing")
                .hasStatusIn(200, 400, 413);
        List<Request> all = bucket.stub().requests();
        if (bucket.asked() > before) {
            Passed.assertNothingOf(mark, "body", all.get(all.size() - 1));
        }
        bucket.assertServed(path);
    }

    private static Map<String, String> fields(String mark) {
        String credential = "Credential=AKIA" + mark + "/20261103/us-east-1/s3/aws4_request";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Authorization", "Bearer " + mark);
        fields.put("AUTHORIZATION", "Basic " + mark);
        fields.put(
                "authorization",
                "AWS4-HMAC-SHA256 " + credential + ", SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
        fields.put("Proxy-Authorization", "Basic " + mark);
        fields.put("Cookie", "session=" + mark + "; CloudFront-Policy=" + mark);
        fields.put("X-Amz-Date", "20261103T000000Z" + mark);
        fields.put("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD" + mark);
        for (String name : List.of(
                "X-Amz-Security-Token",
                "x-amz-security-token",
                "X-AMZ-COPY-SOURCE",
                "x-amz-acl",
                "x-amz-meta-owner",
                "x-amz-request-payer",
                "x-amz-expected-bucket-owner",
                "x-amz-checksum-mode",
                "x-amz-server-side-encryption-customer-key",
                "x-amz-cf-id",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "Forwarded",
                "X-Real-IP",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "X-Rewrite-URL",
                "Policy",
                "Signature",
                "Key-Pair-Id",
                "Referer",
                "Origin",
                "User-Agent",
                "Accept",
                "Accept-Encoding",
                "Accept-Language",
                "Cache-Control",
                "Pragma",
                "Via",
                "Range-Unit",
                "If-Match-Not",
                "X-Range",
                "X-" + mark)) {
            fields.put(name, mark);
        }
        return fields;
    }

    @Check(
            id = "no-query",
            title = "a query never reaches the bucket, and changes nothing of the answer",
            reference = "S3 API: GetObject, GetObjectAcl, ListObjectsV2")
    void noQuery(Instance<AccessSettings> server, Fixtures fixtures, Bucket real, Viewer viewer, Randoms random) {
        StoredObject object = real.put(random.object(random.key("films/", ".bin")));
        String path = "/" + object.key();
        Answer plain = viewer.get(path);
        assertThat(plain).because("the bucket has this object").hasStatus(200).hasBody(object.body());
        PlayedBucket bucket = PlayedBucket.another(server, fixtures);
        String played = bucket.object();
        bucket.assertServed(played);

        for (String query : QUERIES) {
            String asked = "?" + query;
            if (!query.isEmpty()) {
                assertThat(viewer.get(path + asked))
                        .because("the answer is the same as without a query")
                        .hasStatus(200)
                        .hasField("Content-Type", plain.field("Content-Type").orElse(""))
                        .hasBody(object.body());
                bucket.assertAsksBy("HEAD", played + asked, played);
                bucket.assertAsks(played + asked, played);
            }
            bucket.assertAsksRaw(played + asked, played);
        }
        for (String query : ODD_QUERIES) {
            bucket.assertAsksRaw(played + "?" + query, played);
        }
        bucket.assertAsks(played + "?" + presigned(random), played);
        bucket.assertServed(played);
    }

    private static String presigned(Randoms random) {
        return "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA" + random.name()
                + "%2F20261103%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261103T090500Z&X-Amz-Expires=86400"
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + "0".repeat(64);
    }
}
