package edgecraft.workshop.check;

import java.lang.reflect.Method;

/** Begins checks. The judge puts one into the launcher's session; {@link CheckExtension} finds it there. */
public interface CheckRuns {

    /** Where in the session's store it is. */
    String KEY = "edgecraft";

    /** Begins the check that this method is. */
    CheckRun begin(Method check);
}
