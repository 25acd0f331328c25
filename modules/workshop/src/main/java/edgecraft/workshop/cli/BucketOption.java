package edgecraft.workshop.cli;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.judge.Buckets;
import picocli.CommandLine.Option;

/** Which make of bucket. */
final class BucketOption {

    private enum Make {
        embedded,
        minio
    }

    @Option(
            names = "--bucket",
            paramLabel = "embedded|minio",
            defaultValue = "embedded",
            description = "the S3 bucket to check against: one inside this program (default), or MinIO in a container")
    private Make make = Make.embedded;

    Buckets open() {
        return make == Make.embedded ? Buckets.embedded() : Buckets.minio(BucketServer.defaultImage());
    }
}
