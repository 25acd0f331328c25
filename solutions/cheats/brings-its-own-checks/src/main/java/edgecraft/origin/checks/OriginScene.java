package edgecraft.origin.checks;

/** A scene in which nothing is asked. */
public final class OriginScene {}
