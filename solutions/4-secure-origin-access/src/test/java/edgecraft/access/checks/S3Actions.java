package edgecraft.access.checks;

import java.util.List;

/** What can be asked of S3, but for {@code s3:GetObject}. */
final class S3Actions {

    /** Of one object. */
    static final List<String> OF_OBJECTS = List.of(
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:GetObjectVersion",
            "s3:GetObjectAcl",
            "s3:GetObjectTagging",
            "s3:GetObjectAttributes",
            "s3:GetObjectTorrent",
            "s3:GetObjectRetention",
            "s3:PutObjectAcl",
            "s3:PutObjectTagging",
            "s3:DeleteObjectVersion",
            "s3:RestoreObject",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts",
            "s3:BypassGovernanceRetention");

    /** Of a bucket. */
    static final List<String> OF_BUCKETS = List.of(
            "s3:ListBucket",
            "s3:ListBucketVersions",
            "s3:ListBucketMultipartUploads",
            "s3:GetBucketPolicy",
            "s3:GetBucketAcl",
            "s3:GetBucketLocation",
            "s3:PutBucketPolicy",
            "s3:DeleteBucketPolicy",
            "s3:PutBucketAcl",
            "s3:DeleteBucket");

    private S3Actions() {}
}
