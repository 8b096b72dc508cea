package org.vigie.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole system in one JVM: a store, Kafka, and one Spring context per service. */
public final class Standalone implements AutoCloseable {

    private final Settings settings;
    private final PrintStream console;
    private final List<Service> services;
    /** What is open, the latest first; closed in that order. */
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    private Ports ports = new Ports(Map.of());
    private @Nullable Contexts contexts;
    private String desk = "";
    private String bootstrapServers = "";
    private volatile boolean closed;

    /**
     * A system that is not started yet.
     *
     * @param environment the variables of docs/configuration.md, which the services see instead of the process's own; a
     *     port of 0 means any free one
     * @param console where to say what listens where
     */
    public Standalone(Map<String, String> environment, PrintStream console) {
        this(environment, console, Service.ALL);
    }

    private Standalone(Map<String, String> environment, PrintStream console, List<Service> services) {
        this.settings = new Settings(environment);
        this.console = console;
        this.services = services;
    }

    /** Only metrics-service, for feeding it by hand. */
    public static Standalone metricsAlone(Map<String, String> environment, PrintStream console) {
        return new Standalone(environment, console, List.of(Service.METRICS));
    }

    /**
     * Starts everything and returns when all services answer.
     *
     * @throws CannotStart with a sentence for the person at the keyboard; nothing is left running
     */
    public Standalone start() {
        var began = System.nanoTime();
        try {
            openAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        console.printf("Ready after %d.%d s. Ctrl-C stops it.%n", took.toSeconds(), took.toMillisPart() / 100);
        return this;
    }

    private void openAll() {
        var mode = settings.mode();
        ports = Ports.free(listeners(), settings);
        var data = opened(DataDirectory.open(settings.data()));
        Logs.writeTo(data.logs());
        say("data", data.path() + " (" + mode.name().toLowerCase(Locale.ROOT) + ")");
        say("log", Logs.fileIn(data.logs()).toString());
        var store = opened(new Stores(settings, data, console).open());
        say("MongoDB", store.description());
        var kafka = opened(Kafka.open(settings, ports, data.path()));
        say("Kafka", kafka.description());
        bootstrapServers = kafka.bootstrapServers();
        var issuer = services.contains(Service.NOTICE)
                ? opened(Issuer.open(settings, ports, data.path()))
                : new Issuer(null, Map.of(), "none", "");
        contexts = opened(new Contexts(settings.environment(), store));
        contexts.start(properties(store, kafka, data, issuer));
        services.forEach(service -> say(service.name(), url(service)));
        if (services.contains(Service.NOTICE)) {
            desk = "%s/desk, %s".formatted(url(Service.NOTICE), issuer.people());
            say("issuer", issuer.description());
            say("desk", desk);
        }
        say("token", token(data));
    }

    private String token(DataDirectory data) {
        if (settings.mode() == Mode.PRODUCTION) {
            return "of VIGIE_ISSUER";
        }
        return settings.tokenGiven()
                ? "the one in VIGIE_API_TOKEN"
                : "in " + data.path().resolve("token");
    }

    private List<Listener> listeners() {
        var listeners = new ArrayList<>(services.stream().map(Service::listener).toList());
        if (settings.kafka().isEmpty()) {
            listeners.add(Listener.KAFKA);
        }
        if (settings.issuerInside() && services.contains(Service.NOTICE)) {
            listeners.add(Listener.ISSUER);
        }
        return listeners;
    }

    /** All that a service is told here; the rest it reads from the environment as it does when it runs alone. */
    private Map<Service, Map<String, String>> properties(Store store, Kafka kafka, DataDirectory data, Issuer issuer) {
        var all = new LinkedHashMap<Service, Map<String, String>>();
        for (var service : services) {
            var told = new LinkedHashMap<>(issuer.properties());
            told.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
            if (settings.get("VIGIE_CLOCK_FILE").isPresent()) {
                // Whoever moves the clock waits for each record by itself.
                told.put("spring.kafka.consumer.fetch-min-size", "1B");
            }
            told.put("server.port", Integer.toString(ports.of(service.listener())));
            told.put("server.address", settings.bind().getHostAddress());
            told.put("spring.mongodb.uri", store.uri(service.name()));
            told.put("vigie.data", data.path().toString());
            if (service.equals(Service.NOTICE)) {
                told.putAll(neighbours());
            }
            all.put(service, told);
        }
        return all;
    }

    /** Where the desk finds the other services, unless the environment says so. */
    private Map<String, String> neighbours() {
        var named = Map.of(
                "VIGIE_SERVICES_REGISTRY", Service.REGISTRY,
                "VIGIE_SERVICES_CHECKER", Service.CHECKER,
                "VIGIE_SERVICES_METRICS", Service.METRICS);
        return named.entrySet().stream()
                .filter(one -> services.contains(one.getValue())
                        && settings.get(one.getKey()).isEmpty())
                .collect(Collectors.toMap(
                        one -> one.getKey().toLowerCase(Locale.ROOT).replace('_', '.'), one -> url(one.getValue())));
    }

    /**
     * Port of a listener in this run.
     *
     * @param name a service's name or {@code Kafka}
     */
    public int port(String name) {
        return ports.of(name);
    }

    /** Where Kafka is, once started. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Where people work, who may sign in, and where their passwords are, once started. */
    public String desk() {
        return desk;
    }

    /** Every bean of a type in all services, once started; for what has to see all of them at once. */
    public <T> List<T> beans(Class<T> type) {
        var started = contexts;
        return started == null ? List.of() : started.beans(type);
    }

    /** Stops the services, then Kafka, then the store, and lets go of the data directory; again does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            var part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                Logs.warn("not closed cleanly", e);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        if (closed) {
            close();
            throw new CannotStart("Stopped while it was starting.");
        }
        return part;
    }

    private String url(Service service) {
        return "http://" + Ports.host(settings.bind()) + ":" + ports.of(service.listener());
    }

    private void say(String what, String how) {
        console.printf("%-21s %s%n", what, how);
    }
}
