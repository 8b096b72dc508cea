package org.vigie.registry.rdap;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.dataset.Shrunk;

/**
 * The bootstrap facts in use: those that come with the software until those of IANA could be had, which are asked for
 * once a day while questions are asked. What is broken leaves the previous ones in place and is counted.
 */
public final class CurrentBootstrap implements DataSet.InUse {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentBootstrap.class);

    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final List<RdapQuery> CANARIES = List.of(
            new RdapQuery.Ip(InetAddress.ofLiteral("8.8.8.8")),
            new RdapQuery.Ip(InetAddress.ofLiteral("2606:4700::1111")),
            new RdapQuery.As(3333),
            new RdapQuery.Domain("example.com"));

    /** Where newer facts are. */
    @FunctionalInterface
    public interface Source {

        /**
         * The newest facts.
         *
         * @throws BrokenDataSet if they cannot be had or read
         */
        RdapBootstrap fetch();
    }

    private final AtomicReference<RdapBootstrap> inUse;
    private final AtomicReference<Instant> due;
    private final AtomicLong refused = new AtomicLong();
    private final String origin;
    private final Source source;
    private final Executor executor;
    private final Clock clock;

    /**
     * Facts that are renewed.
     *
     * @param executor what fetches while questions go on
     */
    public CurrentBootstrap(RdapBootstrap first, Source source, Executor executor, Clock clock) {
        this(first, "facts of IANA's registries (iana.org)", Instant.MIN, source, executor, clock);
    }

    private CurrentBootstrap(
            RdapBootstrap first, String origin, Instant due, Source source, Executor executor, Clock clock) {
        this.inUse = new AtomicReference<>(first);
        this.origin = origin;
        this.due = new AtomicReference<>(due);
        this.source = source;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Facts of the operator's own, such as those of a test registry, which nobody renews.
     *
     * @param origin where they are from
     */
    public static CurrentBootstrap fixed(RdapBootstrap facts, String origin, Clock clock) {
        return new CurrentBootstrap(facts, origin, Instant.MAX, () -> facts, Runnable::run, clock);
    }

    /** The facts in use; has newer ones fetched if it is time. Does not wait for them. */
    public RdapBootstrap newest() {
        var now = clock.instant();
        var next = due.get();
        if (!now.isBefore(next) && due.compareAndSet(next, now.plus(AGAIN))) {
            executor.execute(this::renew);
        }
        return inUse.get();
    }

    @Override
    public DataSet now() {
        var facts = inUse.get();
        var edition = Edition.stamped(facts.version(), origin);
        return new DataSet("rdap-bootstrap", edition, facts.size());
    }

    @Override
    public long refused() {
        return refused.get();
    }

    private void renew() {
        try {
            var next = source.fetch();
            check(next);
            inUse.set(next);
            due.set(clock.instant().plus(FRESH));
            LOG.atInfo()
                    .addKeyValue("version", next.version())
                    .addKeyValue("facts", next.size())
                    .log("RDAP bootstrap data updated");
        } catch (BrokenDataSet e) {
            refused.incrementAndGet();
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .addKeyValue("inUse", inUse.get().version())
                    .log("RDAP bootstrap data not updated; those in use stay");
        }
    }

    private void check(RdapBootstrap next) {
        Shrunk.check(next.size(), inUse.get().size(), "facts");
        for (var canary : CANARIES) {
            if (next.uri(canary).isEmpty()) {
                throw new BrokenDataSet("nobody is named for " + canary.path());
            }
        }
    }
}
