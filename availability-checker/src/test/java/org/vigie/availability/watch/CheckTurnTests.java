package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** What is seen of a host holds for all its URLs, and is asked for once. */
class CheckTurnTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Parking NOT_PARKED = new Parking() {
        @Override
        public boolean hasItsNameServers(WebUrl url) {
            return false;
        }

        @Override
        public boolean isAnsweredForAnything(WebUrl url, String label) {
            return false;
        }
    };

    private final List<Ask> asked = new ArrayList<>();
    private final Random random = new Random(1);
    private Outcome outcome = new Outcome.NameGone();
    private boolean canaryAnswers = true;

    @Test
    void asksOnceForAHostThatIsGoneAndTellsAllItsUrls() {
        var turn = turn(List.of());
        var signals = new ArrayList<Signal>();

        for (int page = 0; page < 1_000; page++) {
            if (turn.take(LifeSimulation.watch(random), subject("/" + page)) instanceof CheckTurn.Made(var result)) {
                signals.add(result.signal());
            }
        }

        assertThat(signals).hasSize(1_000).containsOnly(Signal.NAME_GONE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesNotTellTheOthersWhatIsSaidOfOneUrl() {
        outcome = new Outcome.Broken(Outcome.Fault.EMPTY);
        var turn = turn(List.of());

        assertThat(turn.take(LifeSimulation.watch(random), subject("/a"))).isInstanceOf(CheckTurn.Made.class);

        assertThat(turn.take(LifeSimulation.watch(random), subject("/b"))).isInstanceOf(CheckTurn.Later.class);
    }

    @Test
    void row56TellsNobodyWhatWasSeenWhileOurOwnLineWasDown() {
        canaryAnswers = false;
        var turn = turn(List.of(url("http://canary.test/")));

        var made = (CheckTurn.Made) turn.take(LifeSimulation.watch(random), subject("/a"));

        assertThat(made.result().signal()).isEqualTo(Signal.LOCAL_FAULT);
        assertThat(turn.take(LifeSimulation.watch(random), subject("/b"))).isInstanceOf(CheckTurn.Later.class);
    }

    private CheckTurn turn(List<WebUrl> canaries) {
        var identities = new Identities(List.of(new Identity("first", Map.of())));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var checkUrl = new CheckUrl(this::see, NOT_PARKED, identities);
        var ours = new Canaries(new CanaryUrls(canaries), this::see, identities, clock);
        return new CheckTurn(checkUrl, new HostPacing(new Pace(50)), new HostNews(), ours, clock);
    }

    private ProbeResult see(Ask ask) {
        var canary = ask.url().hostWithoutDot().startsWith("canary");
        if (!canary) {
            asked.add(ask);
        }
        return new ProbeResult(
                canary && !canaryAnswers ? new Outcome.ConnectTimeout() : outcome,
                null,
                0,
                null,
                Duration.ZERO,
                List.of());
    }

    private static Subject subject(String path) {
        return new Subject(url("http://host.test" + path), null, null, Locator.MEDIA, ProbeRule.ANY);
    }

    private static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }
}
