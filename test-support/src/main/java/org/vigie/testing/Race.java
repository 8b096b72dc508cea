package org.vigie.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several who write at once. */
public final class Race {

    private Race() {}

    /**
     * Lets them all begin together, each in a thread of its own.
     *
     * @param write writes as one of them, counted from 0; empty if somebody was faster
     * @return what was stored
     */
    public static <T> List<T> of(int writers, IntFunction<Optional<T>> write) {
        var ready = new CountDownLatch(writers);
        var all = new ArrayList<Future<Optional<T>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < writers; at++) {
                var writer = at;
                all.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return write.apply(writer);
                }));
            }
        }
        return all.stream().flatMap(one -> one.resultNow().stream()).toList();
    }
}
