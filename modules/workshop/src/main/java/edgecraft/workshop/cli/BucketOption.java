package edgecraft.workshop.cli;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.Buckets;
import java.util.List;
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

    /** Whether it is a container, with a network of its own. */
    boolean isContainer() {
        return make == Make.minio;
    }

    /** Starts it, unless none of these modules has a bucket. */
    Buckets openFor(List<ModuleSpec> modules) {
        if (modules.stream().noneMatch(ModuleSpec::bucket)) {
            return Buckets.none();
        }
        return make == Make.embedded ? Buckets.embedded() : Buckets.minio(BucketServer.defaultImage());
    }
}
