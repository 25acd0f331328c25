package edgecraft.workshop.check;

import edgecraft.workshop.subject.SubjectOptions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This check gets a JVM of its own: no other check's instances are there. For claims about how much the learner's server
 * keeps in memory, or about what a JVM's defaults change.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnJvm {

    /** The most heap that the JVM may use, in MiB. */
    int heap() default SubjectOptions.ORDINARY_HEAP;

    /** Further options, for example {@code -Duser.timezone=Asia/Tokyo}; the last one of a name counts. */
    String[] options() default {};
}
