package org.vigie.standalone.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.vigie.sandbox.WorldJson;
import org.vigie.sandbox.report.Pending;
import org.vigie.sandbox.report.Services;
import org.vigie.sandbox.story.Book;
import org.vigie.standalone.CannotStart;
import org.vigie.standalone.Standalone;
import org.vigie.standalone.Terminal;
import org.vigie.support.time.SandboxClock;
import org.vigie.support.work.WorkInProgress;

/** Four weeks of the system at work in the sandbox's world. */
public final class Demo implements AutoCloseable {

    private static final int PAGE_PORT = 8480;
    private static final List<String> NOT_HERE = List.of("VIGIE_KAFKA", "VIGIE_MONGO_URI");

    private final Map<String, String> environment;
    private final DemoOptions options;
    private final PrintStream output;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /**
     * A demo that has not begun.
     *
     * @param environment the variables of docs/configuration.md; those that say where the world is are set here
     */
    public Demo(Map<String, String> environment, DemoOptions options, PrintStream output) {
        this.environment = Map.copyOf(environment);
        this.options = options;
        this.output = output;
    }

    /**
     * Plays it. With {@code --once} everything is stopped when this returns, otherwise all stays up.
     *
     * @return whether every case ended as its script says
     * @throws CannotStart with a sentence for the person at the keyboard
     */
    public boolean run() {
        var stop = new Thread(this::close, "vigie-demo-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        var finished = false;
        try {
            var asScripted = play();
            finished = true;
            return asScripted;
        } finally {
            if (options.once() || !finished) {
                close();
                forget(stop);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // Ctrl-C: it is running.
        }
    }

    private boolean play() {
        refuseServersOfOthers();
        var data = Path.of(environment.getOrDefault("VIGIE_DATA", "data"), "demo")
                .toAbsolutePath()
                .normalize();
        var directory = DemoDirectory.open(data, options, pagePort());
        var clock = clockOf(directory);
        var world = opened(WorldProcess.start(directory));
        var system = opened(new Standalone(surroundings(directory, world), output));
        system.start();
        var services = new Services(url(system, "notice-service"), url(system, "provider-registry"), token(directory));
        world.meet(services);
        var window = opened(new Api(URI.create("http://" + world.doors().control()), null));
        var notice = opened(new Api(services.notice(), services.token()));
        var registry = opened(new Api(services.registry(), services.token()));
        var metrics = opened(new Api(url(system, "metrics-service"), services.token()));
        var screen = new Screen(output, Terminal.isThere(), () -> notice.get("/v1/counts"));

        direct(system, clock, window, screen);
        var outcomes = new Outcomes(notice, registry, window).read();
        screen.table(metrics.get("/v1/indicators/providers?limit=500"));
        var byName = new TreeMap<String, Outcome>();
        outcomes.forEach((expected, outcome) -> byName.put(expected.partnerReference(), outcome));
        screen.cases(byName);
        var differences = Outcomes.differences(outcomes);
        screen.verdict(differences, outcomes.size());
        if (!options.once()) {
            whereNext(system, directory, anEscalatedCase(byName.values()));
        }
        return differences.isEmpty();
    }

    private static String anEscalatedCase(Collection<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.writtenTo().size() > 1)
                .map(Outcome::caseId)
                .findFirst()
                .orElse("{id}");
    }

    private static SandboxClock clockOf(DemoDirectory directory) {
        var clock = new SandboxClock(directory.clock());
        if (clock.instant().isBefore(Book.BEGINNING)) {
            clock.moveTo(Book.BEGINNING);
        }
        return clock;
    }

    private void direct(Standalone system, SandboxClock clock, Api window, Screen screen) {
        var began = System.nanoTime();
        var readers = opened(new Readers(system.bootstrapServers(), system.beans(KafkaListenerEndpointRegistry.class)));
        var working = new ArrayList<Supplier<Look>>();
        system.beans(WorkInProgress.class).forEach(work -> working.add(() -> Look.at(work)));
        working.add(() -> lookAtWorld(window));
        var director = new Director(system.beans(SandboxClock.class), working, readers);
        open.push(director::stop);
        director.playUntil(Book.BEGINNING.plus(Book.LENGTH), () -> screen.progress(clock.instant()));
        screen.endOfPlay();
        var millis = (System.nanoTime() - began) / 1_000_000;
        output.printf(
                "%d days in %.1f s: time was moved %d times, %.1f ms each.%n%n",
                Book.LENGTH.toDays(),
                millis / 1000.0,
                director.moves(),
                (double) millis / Math.max(1, director.moves()));
    }

    private static Look lookAtWorld(Api window) {
        var pending = WorldJson.MAPPER.treeToValue(window.get("/pending"), Pending.class);
        return new Look(pending.idle(), pending.begun(), pending.nextDue());
    }

    private void refuseServersOfOthers() {
        for (var variable : NOT_HERE) {
            if (!environment.getOrDefault(variable, "").isBlank()) {
                throw new CannotStart("The demo uses a log and a store of its own: unset " + variable + ".");
            }
        }
    }

    private int pagePort() {
        var given = environment.getOrDefault("VIGIE_PORT_PAGES", "");
        try {
            return given.isBlank() ? PAGE_PORT : Integer.parseInt(given.strip());
        } catch (NumberFormatException e) {
            throw new CannotStart("VIGIE_PORT_PAGES is not a port number.", e);
        }
    }

    /** The services see the world instead of the internet. */
    private Map<String, String> surroundings(DemoDirectory directory, WorldProcess world) {
        var variables = new HashMap<>(environment);
        variables.remove("VIGIE_TIME_FACTOR");
        variables.remove("VIGIE_KEYS");
        variables.remove("VIGIE_API_TOKEN");
        variables.remove("VIGIE_ISSUER");
        variables.remove("VIGIE_DESK_URL");
        variables.put("VIGIE_MODE", "evaluation");
        variables.put("VIGIE_DATA", directory.path().toString());
        variables.put("VIGIE_CLOCK_FILE", directory.clock().toString());
        variables.put("VIGIE_TEST_NETWORKS", "127.0.0.0/8");
        variables.put("VIGIE_DNS", world.doors().dns());
        variables.put("VIGIE_SMTP", world.doors().smtp());
        variables.put("VIGIE_SENDER", "Sandbox Hotline <notices@hotline.test>");
        variables.put("VIGIE_INBOUND_IMAP", world.doors().imap());
        variables.put("VIGIE_INBOUND_USER", "notices");
        variables.put("VIGIE_INBOUND_PASSWORDFILE", directory.mailboxPassword().toString());
        // Time stands still until an answer was fetched.
        variables.put("VIGIE_INBOUND_EVERY", "100ms");
        variables.put("VIGIE_REPLY_URL", "http://127.0.0.1:" + environment.getOrDefault("VIGIE_PORT_NOTICE", "8081"));
        // One partition: records of different cases are read in the order in which they were written, in every run.
        variables.put("VIGIE_EVENTS_PARTITIONS", "1");
        // Nobody looks at the table more often than this while weeks pass in a minute.
        variables.put("VIGIE_CHECKER_WATERMARKEVERY", "6h");
        variables.put("VIGIE_CHECKER_WATERMARKONQUIET", "6h");
        return variables;
    }

    private static URI url(Standalone system, String service) {
        return URI.create("http://127.0.0.1:" + system.port(service));
    }

    private static String token(DemoDirectory directory) {
        try {
            return Files.readString(directory.path().resolve("token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void whereNext(Standalone system, DemoDirectory directory, String caseId) {
        var notice = url(system, "notice-service");
        output.printf("%nWhere to look next; Ctrl-C stops it, ./vigie demo --resume goes on from here:%n");
        output.printf("  %s%n", system.desk());
        output.printf("  T=$(cat '%s')%n", directory.path().resolve("token"));
        output.printf("  curl -s -H \"Authorization: Bearer $T\" '%s/v1/cases/%s'%n", notice, caseId);
        output.printf(
                "  curl -s -H \"Authorization: Bearer $T\" '%s/v1/indicators/providers?format=csv'%n",
                url(system, "metrics-service"));
        output.printf(
                "  The desk is for people; the calls show the story of a case and the table; %s/v3/api-docs lists the rest.%n",
                notice);
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** Stops everything, the latest first. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                output.println("not closed cleanly: " + e.getClass().getName());
            }
        }
    }
}
