package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.http.CountedConnections;
import org.vigie.availability.probe.http.ShortMoments;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.PersonSaw;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;

/**
 * One case and the production watch over it, with a clock, a store and a guard of its own: weeks pass as fast as the
 * checks are made.
 */
public final class WatchRig implements AutoCloseable {

    /** What is known after a check. */
    public record Seen(Instant at, Presence presence, Set<Flag> flags, Signal signal, String outcome) {}

    private static final int MOST_LOOKS = 500;

    private final UUID caseId;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MovedClock clock;
    private final CountedConnections taken;
    private final OneCase agenda = new OneCase();
    private final MemoryWatches watches = new MemoryWatches();
    private final List<Seen> seen = new ArrayList<>();
    private Duration took = Duration.ZERO;
    private Runnable before = () -> {};

    /**
     * @param outside whose beans know our settings, keys and name servers
     * @param caseId decides what siblings are called and how checks are spread
     */
    public WatchRig(ApplicationContext outside, UUID caseId, String url, Locator locator, Instant reportedAt) {
        this.caseId = caseId;
        this.clock = new MovedClock(reportedAt);
        context.setParent(outside);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Agenda.class, () -> agenda);
        context.registerBean(Watches.class, () -> watches);
        context.registerBean(Vantages.class, () -> Vantages.ALONE);
        context.registerBean(Pace.class, () -> new Pace(50));
        ShortMoments.in(context);
        taken = CountedConnections.in(context);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        var adapters = "org\\.vigie\\.availability\\.watch\\.[a-z]+\\..*|.*\\.meters\\..*|.*Tests.*";
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(adapters)));
        scanner.scan(WatchRig.class.getPackageName(), Probe.class.getPackageName());
        context.refresh();
        report(url, locator, reportedAt);
    }

    private void report(String url, Locator locator, Instant at) {
        var seal = context.getBean(Keysets.class).location();
        var json = EventJson.MAPPER.writeValueAsString(new Location(url, null, null));
        var follow = context.getBean(FollowCase.class);
        follow.locationIs(new LocationSnapshot(caseId, 1, seal.seal(json, caseId.toString())), 0);
        follow.caseIs(snapshot(locator, at, null), 0);
    }

    /** A person says now what they saw there. */
    public void personSaw(PersonSaw.Seen what) {
        var now = clock.instant();
        var snapshot = snapshot(Locator.MEDIA, now, new PersonSaw(what, now.toEpochMilli()));
        context.getBean(FollowCase.class).caseIs(snapshot, 0);
    }

    private CaseSnapshot snapshot(Locator locator, Instant reportedAt, @Nullable PersonSaw seen) {
        var at = reportedAt.toEpochMilli();
        return new CaseSnapshot(
                caseId,
                seen == null ? 1 : 2,
                1,
                Action.ROUTED,
                0,
                locator,
                HostKind.IPV4,
                List.of(),
                Sightings.NONE,
                false,
                false,
                0,
                at,
                at,
                null,
                0,
                1L,
                null,
                null,
                ProbeRule.ANY,
                null,
                new Wants(null, null),
                seen);
    }

    /** Does this before each check from now on. */
    public void beforeEachLook(Runnable action) {
        before = action;
    }

    /** Makes every check that falls due before the instant. */
    public void runUntil(Instant end) {
        var began = System.nanoTime();
        look(end);
        took = took.plusNanos(System.nanoTime() - began);
    }

    private void look(Instant end) {
        var makeCheck = context.getBean(MakeCheck.class);
        for (var due = agenda.due; due != null && due.isBefore(end); due = agenda.due) {
            if (seen.size() > MOST_LOOKS) {
                throw new IllegalStateException("more than %d looks".formatted(MOST_LOOKS));
            }
            clock.moveTo(due);
            agenda.due = null;
            before.run();
            makeCheck.make(caseId);
            note();
        }
        clock.moveTo(end);
    }

    private void note() {
        var watch = watches.find(caseId).orElseThrow();
        var looks = watch.history().recent();
        if (!looks.isEmpty()) {
            var last = looks.getLast();
            seen.add(new Seen(clock.instant(), watch.state().presence(), watch.flags(), last.signal(), last.outcome()));
        }
    }

    /** How long the checks took, in real time. */
    public Duration took() {
        return took;
    }

    /** What was taken of bodies. */
    public CountedConnections taken() {
        return taken;
    }

    /** What was known after each check, oldest first. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A clock that goes forward when it is told to. */
    private static final class MovedClock extends Clock {

        private volatile Instant now;

        MovedClock(Instant start) {
            this.now = start;
        }

        void moveTo(Instant later) {
            if (later.isAfter(now)) {
                now = later;
            }
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Remembers when the case is to be checked next. */
    private static final class OneCase implements org.vigie.availability.watch.Agenda {

        private @Nullable Instant due;

        @Override
        public void plan(UUID caseId, int partition, Instant at) {
            due = at;
        }

        @Override
        public void planFirst(UUID caseId, int partition, Instant at) {
            due = at;
        }

        @Override
        public void postpone(UUID caseId, Instant until) {
            due = until;
        }

        @Override
        public void drop(UUID caseId, int partition) {
            due = null;
        }

        @Override
        public void own(Collection<Integer> partitions) {}

        @Override
        public Collection<UUID> giveUp(Collection<Integer> partitions) {
            return List.of();
        }

        @Override
        public void made(int partition) {}
    }
}
