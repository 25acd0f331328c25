package edgecraft.workshop.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One check while it runs: its fixtures, its instance, and the judge's ear for how it ended. */
public interface CheckRun {

    /** What stands around its instances. */
    Fixtures fixtures();

    /** The instance of this check. */
    Instance<?> instance();

    /** What belongs around the instance and how to ask it by hand; starts it. */
    List<String> explain();

    /** Puts the instance, which has not started, in front of another server; whether there is such a place for it. */
    boolean putInFrontOf(URI behind);

    /** Tells the judge that the check is over; called once. */
    void ended(Optional<Throwable> thrown);
}
