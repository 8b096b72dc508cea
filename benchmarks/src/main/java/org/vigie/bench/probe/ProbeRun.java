package org.vigie.bench.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ParkingList;
import org.vigie.availability.probe.Probe;
import org.vigie.support.dns.DnsConfiguration;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/**
 * The probe alone, in one JVM that runs for long: it is warmed, then asked in rounds, and tells after each what a check
 * took of this process's CPU and how much memory the process has held at most. Arguments: file of URLs, checks of one
 * round, rounds, checks in flight; a line on standard input begins each round after the warm-up.
 */
final class ProbeRun {

    private static final Identity BROWSER =
            new Identity("browser", Map.of("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)", "Accept", "*/*"));

    /** Rounds before the first that counts: the compilers are done by then. */
    private static final int WARM_UP = 6;

    private final Probe probe;
    private final List<Ask> asks;
    private final int inFlight;

    private ProbeRun(Probe probe, List<Ask> asks, int inFlight) {
        this.probe = probe;
        this.asks = asks;
        this.inFlight = inFlight;
    }

    static void main(String[] arguments) throws IOException {
        var asks = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(text -> WebUrl.parse(text).found().orElseThrow())
                .map(url -> new Ask(url, null, BROWSER, Ask.Method.HEAD_THEN_GET, false, false))
                .toList();
        var checks = Integer.parseInt(arguments[1]);
        var rounds = Integer.parseInt(arguments[2]);
        try (var context = context()) {
            var run = new ProbeRun(context.getBean(Probe.class), asks, Integer.parseInt(arguments[3]));
            System.out.println("warmed " + run.round(WARM_UP * checks));
            for (int round = 0; round < rounds && System.in.read() >= 0; round++) {
                System.out.println("round " + run.round(checks));
            }
        }
    }

    private String round(int checks) throws IOException {
        var cpu = cpuNanos();
        var began = System.nanoTime();
        var good = new AtomicInteger();
        var free = new Semaphore(inFlight);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < checks; i++) {
                var ask = asks.get(i % asks.size());
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        good.addAndGet(probe.ask(ask).outcome() instanceof Outcome.Answered ? 1 : 0);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        var wall = (System.nanoTime() - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.1f us/check, %.0f checks/s, %d of %d answered, %d MB at most",
                (cpuNanos() - cpu) / 1e3 / checks,
                checks / wall,
                good.get(),
                checks,
                mostResident());
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Megabytes, of Linux's VmHWM. */
    private static long mostResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }

    private static AnnotationConfigApplicationContext context() {
        var networks = TestNetworks.parse("127.9.0.0/16");
        var settings = new VigieSettings(
                VigieSettings.Mode.EVALUATION, Path.of("target"), null, 1, null, List.of(), List.of("127.0.0.1:1"));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(VigieSettings.class, () -> settings);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(TestNetworks.class, () -> networks);
        context.registerBean(GlobalAddresses.class, () -> new GlobalAddresses(networks, List.of()));
        context.registerBean(PublicSuffixes.class, PublicSuffixes::bundled);
        context.registerBean(ParkingList.class, ParkingList::bundled);
        context.register(DnsConfiguration.class);
        context.scan("org.vigie.availability.probe.http");
        context.refresh();
        return context;
    }
}
