package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Outcome;

/** Many servers at once that send as much as is taken from them, and then keep the checker waiting. */
@Timeout(60)
class HostileCrowdTests {

    private static final int SERVERS = 64;
    private static final int MEGABYTES = 32;
    /** More than a head may have, without the line that would make it one. */
    private static final int NEARLY_ALL = Http1.MAX_HEADER_BYTES - 8 * 1024;

    private final CountDownLatch sent = new CountDownLatch(SERVERS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<WebFixture> servers = new ArrayList<>();
    private final ProbeRig rig = new ProbeRig();

    @AfterEach
    void stop() {
        over.countDown();
        servers.forEach(WebFixture::close);
    }

    @Test
    void takesLittleMemoryAndEnds() throws Exception {
        for (int number = 1; number <= SERVERS; number++) {
            servers.add(WebFixture.at("127.9.64." + number).otherwise((_, out, _) -> heads(out)));
        }
        var before = used();

        var probes = new ArrayList<Future<Outcome>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            servers.forEach(server -> probes.add(pool.submit(() -> rig.ask(server.url("/a")))));
            assertThat(sent.await(20, TimeUnit.SECONDS))
                    .as("every head is nearly whole, %d are not", sent.getCount())
                    .isTrue();
            var during = used();
            over.countDown();

            assertThat(during - before).isLessThan((long) MEGABYTES << 20);
            for (var probe : probes) {
                assertThat(probe.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Broken.class);
            }
        }
    }

    private void heads(OutputStream out) throws java.io.IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
        var line = ("X: " + "y".repeat(1019) + "\r\n").getBytes(ISO_8859_1);
        for (int written = 0; written < NEARLY_ALL; written += line.length) {
            out.write(line);
        }
        out.flush();
        sent.countDown();
        over.await();
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
