package org.vigie.store;

import java.nio.file.Path;

/** The store in a process of its own: prints its connection string and serves until killed. */
final class StoreProcess {

    private StoreProcess() {}

    @SuppressWarnings("resource") // until killed
    public static void main(String[] arguments) throws InterruptedException {
        var store = EmbeddedStore.open(Path.of(arguments[0]), failure -> {
            throw failure;
        });
        System.out.println(store.uri("test"));
        Thread.currentThread().join();
    }
}
