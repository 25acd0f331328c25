package edgecraft.workshop.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * One hidden test of a step. Its method may take {@link Instance}, {@link Fixtures}, {@code Bucket}, {@code BucketLink},
 * {@code OriginStub}, {@code EdgeStubs}, {@code Viewer}, {@code Resolver}, {@code Randoms} and {@code Conversation}, all made for this check alone. With {@link OwnJvm}, so is the
 * JVM of its instances.
 */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {

    /** Stable for ever and unique in its step: {@code exact-bytes}. Together with the step: {@code 1.1/exact-bytes}. */
    String id();

    /** A claim, in words a learner understands: what is true of a right answer. */
    String title();

    /** Where to read on: an RFC section, or a page of a vendor's guide. */
    String reference();
}
