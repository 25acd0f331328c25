package org.junit.jupiter.api;

public final class Assertions {
    private Assertions() {}
}
