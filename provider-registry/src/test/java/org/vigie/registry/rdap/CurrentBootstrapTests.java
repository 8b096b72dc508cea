package org.vigie.registry.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.testing.MutableClock;
import org.vigie.url.AddressRange;

class CurrentBootstrapTests {

    private static final List<URI> SERVER = List.of(URI.create("https://r.example/"));

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final AtomicInteger fetched = new AtomicInteger();
    private @Nullable RdapBootstrap next = facts("2026-01-05", 4);
    private final RdapBootstrap first = facts("2025-01-05", 4);
    private final CurrentBootstrap current = new CurrentBootstrap(first, this::fetch, Runnable::run, clock);

    @Test
    void isRenewedOnceADayWhileQuestionsAreAsked() {
        assertThat(current.newest()).isSameAs(next);
        current.newest();
        assertThat(fetched).hasValue(1);
        assertThat(current.now().edition().version()).isEqualTo("2026-01-05");

        clock.advance(Duration.ofDays(1));
        current.newest();
        assertThat(fetched).hasValue(2);
    }

    @Test
    void keepsThePreviousFactsWhereNewerCannotBeHadAndTriesAgainInAnHour() {
        next = null;

        assertThat(current.newest()).isSameAs(first);
        assertThat(current.newest()).isSameAs(first);
        assertThat(fetched).hasValue(1);
        assertThat(current.refused()).isEqualTo(1);

        next = facts("2026-01-05", 4);
        clock.advance(Duration.ofHours(1));
        assertThat(current.newest()).isSameAs(next);
    }

    @Test
    void refusesFactsOfWhichAFifthIsMissing() {
        var large = new CurrentBootstrap(facts("2025-01-05", 20), this::fetch, Runnable::run, clock);

        assertThat(large.newest().version()).isEqualTo("2025-01-05");
        assertThat(large.refused()).isEqualTo(1);
    }

    @Test
    void refusesFactsThatNameNobodyForWhatEverybodyKnows() {
        next = new RdapBootstrap("2026-01-05", first.networks(), first.systems(), Map.of("net", SERVER, "org", SERVER));

        assertThat(current.newest()).isSameAs(first);
        assertThat(current.refused()).isEqualTo(1);
    }

    private RdapBootstrap fetch() {
        fetched.incrementAndGet();
        if (next == null) {
            throw new BrokenDataSet("dns.json cannot be had");
        }
        return next;
    }

    private static RdapBootstrap facts(String version, int systems) {
        return new RdapBootstrap(
                version,
                List.of(
                        new RdapBootstrap.Network(AddressRange.parse("8.0.0.0/8"), 8, SERVER),
                        new RdapBootstrap.Network(AddressRange.parse("2600::/12"), 12, SERVER)),
                Collections.nCopies(systems, new RdapBootstrap.Systems(1, 10_000, SERVER)),
                Map.of("com", SERVER));
    }
}
