package edgecraft.kit.host;

/** Sits in the right directory under a wrong name. */
public final class Host {
    private Host() {}
}
