package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.vigie.availability.AvailabilityCheckerApplication;
import org.vigie.availability.watch.WatchRig;
import org.vigie.events.removal.CaseSnapshot.PersonSaw;
import org.vigie.support.dns.DnsConfiguration;
import org.vigie.support.seal.SealConfiguration;
import org.vigie.support.settings.VigieSettings;

/** Watches many hosts, each in its own time. */
final class Run {

    private static final int AT_ONCE = 24;

    private final Place place;
    private final List<Host> hosts;
    private final Servers servers;

    Run(Place place, List<Host> hosts, Servers servers) {
        this.place = place;
        this.hosts = hosts;
        this.servers = servers;
    }

    /**
     * What was seen of each host that was reported, then changed, then watched to the end. Where looks cannot tell, a
     * person looks, too, and says what is so.
     */
    Map<Host, Watched> seen(Instant reported, Instant changed, Instant asked, Instant end) throws IOException {
        servers.serve();
        try (var outside = outside()) {
            var rigs = new LinkedHashMap<Host, WatchRig>();
            hosts.forEach(host -> rigs.put(host, rig(host, outside, reported)));
            runUntil(changed, reported, rigs);
            for (var host : hosts) {
                host.change();
            }
            servers.serve();
            for (var lifted : lifted()) {
                runUntil(changed.plus(lifted), reported, rigs);
                lift(lifted);
            }
            runUntil(asked, reported, rigs);
            var persons = askPersons(rigs);
            runUntil(end, reported, rigs);
            servers.close();
            var watched = new LinkedHashMap<Host, Watched>();
            var sent = servers.sent();
            rigs.forEach((host, rig) -> watched.put(
                    host,
                    new Watched(
                            host.own(changed, reported),
                            persons.contains(host) ? host.own(asked, reported) : null,
                            rig.seen(),
                            rig.took(),
                            sent.media(host),
                            sent.text(host),
                            rig.taken().media(),
                            rig.taken().text())));
            rigs.values().forEach(WatchRig::close);
            return watched;
        }
    }

    private static WatchRig rig(Host host, ApplicationContext outside, Instant reported) {
        var situation = host.situation();
        var caseId = UUID.nameUUIDFromBytes(situation.id().getBytes(StandardCharsets.UTF_8));
        var rig = new WatchRig(outside, caseId, host.url(), situation.locator(), host.own(reported, reported));
        var pause = Duration.ofMillis(situation.pause());
        rig.beforeEachLook(() -> LockSupport.parkNanos(pause.toNanos()));
        return rig;
    }

    /** Where a flag asks for it, a person looks and says what is so. */
    private static Set<Host> askPersons(Map<Host, WatchRig> rigs) {
        var asked = new HashSet<Host>();
        rigs.forEach((host, rig) -> {
            if (isAsked(rig)) {
                asked.add(host);
                rig.personSaw(host.situation().isLive() ? PersonSaw.Seen.PRESENT : PersonSaw.Seen.GONE);
            }
        });
        return asked;
    }

    private void lift(Duration after) throws IOException {
        for (var host : hosts) {
            if (host.situation().lifted().filter(after::equals).isPresent()) {
                host.lift();
            }
        }
        servers.serve();
    }

    /** When after the change rows are again as they were, each time once. */
    private SortedSet<Duration> lifted() {
        return hosts.stream()
                .flatMap(host -> host.situation().lifted().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAsked(WatchRig rig) {
        var seen = rig.seen();
        return !seen.isEmpty() && !seen.getLast().flags().isEmpty() && !Watched.isRemoved(seen.getLast());
    }

    /** Those whose URLs end soonest first. */
    private static void runUntil(Instant end, Instant reported, Map<Host, WatchRig> rigs) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            rigs.keySet().stream()
                    .sorted(Comparator.comparing(host -> host.situation().goodFor()))
                    .<Future<?>>map(host -> workers.submit(
                            () -> Objects.requireNonNull(rigs.get(host)).runUntil(host.own(end, reported))))
                    .toList()
                    .forEach(Run::finish);
        }
    }

    private static void finish(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The second resolver only where a row needs it: all names are asked of every one. */
    private List<String> resolvers() {
        var first = place.address(Place.NAMES) + ":" + place.namesPort();
        return hosts.stream().anyMatch(host -> host.situation().hasResolver())
                ? List.of(first, place.address(Place.RESOLVER) + ":" + place.namesPort())
                : List.of(first);
    }

    /** What all rows share: our settings, with this run's network as the Internet. */
    private AnnotationConfigApplicationContext outside() throws IOException {
        var settings = new VigieSettings(
                VigieSettings.Mode.EVALUATION, place.at("data"), null, 1, null, List.of(place.range()), resolvers());
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(VigieSettings.class, () -> settings);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(DnsConfiguration.class, SealConfiguration.class);
        context.getEnvironment().getSystemProperties().putIfAbsent("spring.application.name", "availability-checker");
        var scanner = new ClassPathBeanDefinitionScanner(context);
        var others = "org\\.vigie\\.availability\\.(watch|situations|probe)\\..*|.*(Application|Tests|Story).*";
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(others)));
        scanner.scan(AvailabilityCheckerApplication.class.getPackageName());
        context.refresh();
        return context;
    }
}
