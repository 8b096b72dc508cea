package org.vigie.bench;

/** How much of the heap is in use once everything that nobody holds is gone. */
final class Heap {

    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** In bytes. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
