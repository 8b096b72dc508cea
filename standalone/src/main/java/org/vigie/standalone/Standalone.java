package org.vigie.standalone;

/** Starts the four services in one JVM. */
public final class Standalone {

    private Standalone() {}

    static void main(String[] arguments) {}
}
