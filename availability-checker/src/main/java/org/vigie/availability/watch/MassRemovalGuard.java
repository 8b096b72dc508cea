package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls nothing removed while too much turns bad at once: that is an event at a provider, at a carrier or here, not so
 * many removals. Checks go on. It is let go by a person, or by itself after six hours without another event.
 */
@Component
class MassRemovalGuard {

    private static final Logger LOG = LoggerFactory.getLogger(MassRemovalGuard.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** The longest interval between regular checks, with its jitter. */
    private static final Duration ONCE_ROUND = Duration.ofHours(27);

    private static final Duration HELD = Duration.ofHours(6);
    private static final int LEAST_BAD = 50;
    private static final double SHARE = 0.2;
    private static final int LEAST_AT_PROVIDER = 20;
    private static final int LEAST_HOSTS = 5;
    private static final double SHARE_AT_PROVIDER = 0.6;

    /**
     * A check, as far as the guard must know it.
     *
     * @param provider who hosts it, absent if unknown
     * @param bad whether it was not found
     * @param turnedBad whether it was found up before and is not any more
     * @param aboutTheHost whether that holds for every URL of the host
     */
    record Check(
            Instant at,
            UUID caseId,
            @Nullable UUID provider,
            String host,
            boolean bad,
            boolean turnedBad,
            boolean aboutTheHost) {}

    private final Deque<Check> recent = new ArrayDeque<>();
    private final Map<UUID, LastSeen> atProviders = new HashMap<>();
    private int bad;
    private Instant heldUntil = Instant.MIN;

    /** Whether it is on, this check counted. */
    synchronized boolean isOnAfter(Check check) {
        add(check);
        if (check.turnedBad() && (isGeneral() || isAtProvider(check))) {
            if (!check.at().isBefore(heldUntil)) {
                LOG.atError()
                        .addKeyValue("turnedBad", bad)
                        .addKeyValue("checks", recent.size())
                        .log("mass-removal guard tripped; no removal is reported");
            }
            heldUntil = check.at().plus(HELD);
        }
        return check.at().isBefore(heldUntil);
    }

    synchronized boolean isOn(Instant now) {
        return now.isBefore(heldUntil);
    }

    /** Lets go; for a person who knows what happened. */
    synchronized void release() {
        heldUntil = Instant.MIN;
        recent.clear();
        atProviders.clear();
        bad = 0;
    }

    private void add(Check check) {
        recent.addLast(check);
        bad += check.turnedBad() ? 1 : 0;
        while (recent.getFirst().at().isBefore(check.at().minus(WINDOW))) {
            bad -= recent.removeFirst().turnedBad() ? 1 : 0;
        }
        if (check.provider() != null) {
            atProviders.computeIfAbsent(check.provider(), _ -> new LastSeen()).add(check);
        }
    }

    private boolean isGeneral() {
        return bad >= LEAST_BAD && bad > SHARE * recent.size();
    }

    private boolean isAtProvider(Check check) {
        var there = check.provider() == null ? null : atProviders.get(check.provider());
        return there != null
                && check.aboutTheHost()
                && there.failing >= LEAST_AT_PROVIDER
                && there.failing > SHARE_AT_PROVIDER * there.checks.size()
                && there.failingHosts() >= LEAST_HOSTS;
    }

    /** The latest check at each URL of a provider, as far back as every URL was checked once. */
    private static final class LastSeen {
        private final LinkedHashMap<UUID, Check> checks = new LinkedHashMap<>();
        private int failing;

        private void add(Check check) {
            forget(checks.remove(check.caseId()));
            checks.put(check.caseId(), check);
            failing += fails(check) ? 1 : 0;
            while (checks.firstEntry().getValue().at().isBefore(check.at().minus(ONCE_ROUND))) {
                forget(checks.pollFirstEntry().getValue());
            }
        }

        private void forget(@Nullable Check check) {
            failing -= check != null && fails(check) ? 1 : 0;
        }

        private long failingHosts() {
            return checks.values().stream()
                    .filter(LastSeen::fails)
                    .map(Check::host)
                    .distinct()
                    .count();
        }

        private static boolean fails(Check check) {
            return check.bad() && check.aboutTheHost();
        }
    }
}
