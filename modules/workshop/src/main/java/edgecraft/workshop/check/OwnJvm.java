package edgecraft.workshop.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This check gets a JVM of its own, with so much heap: no other check's instances are there. For claims about how much the
 * learner's server keeps in memory.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnJvm {

    /** The most heap that the JVM may use, in MiB. */
    int heap();
}
