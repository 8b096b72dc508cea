package org.vigie.standalone;

import java.nio.file.Path;

/** The stand-in in a process of its own: prints its connection string and serves until killed. */
final class StandInProcess {

    private StandInProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var store = StandIn.open(Path.of(arguments[0]));
        System.out.println(store.uri("test"));
        Thread.currentThread().join();
    }
}
