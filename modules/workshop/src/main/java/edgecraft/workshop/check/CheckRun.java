package edgecraft.workshop.check;

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

    /** Tells the judge that the check is over; called once. */
    void ended(Optional<Throwable> thrown);
}
