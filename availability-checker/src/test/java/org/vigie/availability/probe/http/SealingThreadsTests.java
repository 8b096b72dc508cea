package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Each piece of work has a thread of its own, so that what a library makes for each thread is made for each. */
class SealingThreadsTests {

    /** A provider takes ten times as much. */
    private static final long MOST_BYTES = 50_000;

    @BeforeEach
    void makesTls() {
        new Tls();
    }

    @Test
    void makeNoProviderOfTheirOwn(@TempDir Path directory) throws InterruptedException {
        EvaluationKeys.makeMissing(directory, List.of("availability-checker"));
        var seal = new Keysets(directory).store("availability-checker");
        allocatedBySealing(seal); // loads classes
        assertThat(allocatedBySealing(seal)).isLessThan(MOST_BYTES);
    }

    @Test
    void findWhatTheJdkHasBeforeIt() {
        var providers = List.of(Security.getProviders());
        assertThat(providers.getLast().getName()).isEqualTo("Conscrypt");
    }

    private static long allocatedBySealing(Seal seal) throws InterruptedException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var allocated = new AtomicLong();
        Thread.ofPlatform()
                .start(() -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    seal.seal("https://content.example.test/", "a record");
                    allocated.set(threads.getCurrentThreadAllocatedBytes() - before);
                })
                .join();
        return allocated.get();
    }
}
