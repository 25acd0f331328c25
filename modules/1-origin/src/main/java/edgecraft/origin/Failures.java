package edgecraft.origin;

import edgecraft.kit.Todo;

/** Decides what a viewer is told when S3 could not be asked, or gave no good answer. */
final class Failures {

    private Failures() {}

    /**
     * Step 1.7: the status for a failure.
     *
     * @param failure what the S3 client threw, or reading from it
     * @return {@code 504} if S3 took too long, {@code 503} if that is what S3 said itself, {@code 502} for all else
     */
    static int status(Exception failure) {
        throw new Todo("1.7", "Failures.status: what a viewer is told when S3 fails");
    }
}
