package org.vigie.sandbox.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.sandbox.WorldJson;
import org.vigie.sandbox.report.Desk.Outcome;
import org.vigie.sandbox.story.Cast;
import org.vigie.sandbox.story.Provider;
import org.vigie.sandbox.story.Sighting;
import org.vigie.sandbox.story.Tale;

/**
 * Hands in providers and reports. It keeps nothing: after a restart it hands in again all that is due, under the same
 * idempotency keys. It works when it is asked what is pending, so that nothing falls due unnoticed between two looks.
 */
public final class Reporter implements AutoCloseable {

    private record Due(Instant instant, Tale tale, Sighting sighting) {}

    private final Clock clock;
    private final int pagePort;
    private final Desk desk = new Desk();
    private final Deque<Provider> untaught;
    private final Deque<Due> unreported;

    private final Map<String, List<String>> reportIds = new HashMap<>();

    private @Nullable Services services;
    private long begun;

    /**
     * A reporter that has met no services yet.
     *
     * @param pagePort of every URL
     */
    public Reporter(Cast cast, List<Tale> tales, Clock clock, int pagePort) {
        this.clock = clock;
        this.pagePort = pagePort;
        this.untaught = new ArrayDeque<>(cast.providers());
        this.unreported = new ArrayDeque<>(tales.stream()
                .flatMap(tale -> tale.sightings().stream().map(seen -> new Due(seen.due(), tale, seen)))
                .sorted(Comparator.comparing(Due::instant))
                .toList());
    }

    /** Tells where to hand in, and does so with all that is due. */
    public synchronized void meet(Services met) {
        this.services = met;
    }

    /** Hands in what is due and says what is left. */
    public synchronized Pending pending() {
        var met = services;
        var done = met != null && teach(met) && report(met);
        return new Pending(
                done, Optional.ofNullable(unreported.peek()).map(Due::instant).orElse(null), begun);
    }

    private boolean teach(Services met) {
        while (!untaught.isEmpty()) {
            var provider = untaught.peek();
            var where = met.registry().resolve("/v1/providers");
            if (handIn(met, where, "sandbox/" + provider.mail(), facts(provider)) instanceof Outcome.NotNow) {
                return false;
            }
            untaught.remove();
        }
        return true;
    }

    private boolean report(Services met) {
        var now = clock.instant();
        for (var due = unreported.peek(); due != null && !due.instant().isAfter(now); due = unreported.peek()) {
            var body = Reports.body(due.tale(), due.sighting(), pagePort);
            switch (handIn(
                    met, met.notice().resolve("/v1/reports"), due.sighting().key(), body)) {
                case Outcome.NotNow _ -> {
                    return false;
                }
                case Outcome.Refused _ -> {}
                case Outcome.Taken(var answer) -> keep(due.tale(), answer);
            }
            unreported.remove();
        }
        return true;
    }

    private Outcome handIn(Services met, java.net.URI where, String key, Map<String, ?> body) {
        begun++;
        return desk.handIn(where, met.token(), key, body);
    }

    private void keep(Tale tale, String answer) {
        var id = WorldJson.MAPPER.readTree(answer).path("report_id").asString();
        reportIds.computeIfAbsent(tale.reference(), _ -> new ArrayList<>()).add(id);
    }

    /** Ids of the reports of a tale that were taken since this start. */
    public synchronized List<String> reportIds(String reference) {
        return List.copyOf(reportIds.getOrDefault(reference, List.of()));
    }

    private static Map<String, ?> facts(Provider provider) {
        return Map.of(
                "name", provider.name(),
                "type", provider.type(),
                "country", provider.country(),
                "network_objects", List.of(provider.object()),
                "contacts",
                        List.of(Map.of(
                                "channel",
                                "EMAIL",
                                "address",
                                provider.mail(),
                                "format",
                                "XARF4",
                                "language",
                                provider.language())));
    }

    @Override
    public void close() {
        desk.close();
    }
}
