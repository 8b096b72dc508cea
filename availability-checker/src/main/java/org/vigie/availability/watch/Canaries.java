package org.vigie.availability.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Probe;
import org.vigie.url.WebUrl;

/**
 * URLs that are always there: when most of them seem to be gone, it is we who are. They are asked only when something
 * else was found gone, at most once a minute.
 */
@Component
class Canaries {

    private static final Duration BELIEVED = Duration.ofSeconds(60);

    private final List<WebUrl> urls;
    private final Probe probe;
    private final Identity identity;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private boolean green;

    Canaries(CanaryUrls urls, Probe probe, Identities identities, Clock clock) {
        this.urls = urls.all();
        this.probe = probe;
        this.identity = identities.all().getFirst();
        this.clock = clock;
    }

    /** The result, or a fault of our own if it speaks of absence while the canaries are absent too. */
    CheckResult doubt(CheckResult result) {
        var bad = result.signal().meaning() == Signal.Meaning.DOWN;
        return bad && !areGreen() ? result.asLocalFault() : result;
    }

    /** Whether two thirds of them answer; so if there are none. */
    synchronized boolean areGreen() {
        var now = clock.instant();
        if (now.isBefore(askedAt) || now.isAfter(askedAt.plus(BELIEVED)) || !green) {
            green = 3 * urls.stream().filter(this::answers).count() >= 2L * urls.size();
            askedAt = now;
        }
        return green;
    }

    private boolean answers(WebUrl url) {
        var ask = new Ask(url, null, identity, Ask.Method.HEAD_THEN_GET, true, false);
        return probe.ask(ask).outcome() instanceof Outcome.Answered(var answer) && answer.status() < 500;
    }
}
