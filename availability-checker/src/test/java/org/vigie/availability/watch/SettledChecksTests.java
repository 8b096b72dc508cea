package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** When a check needs nothing asked beside the URL: the very answer that there was, or a run that it cannot end. */
class SettledChecksTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final WebUrl ITEM = url("http://example.test/pictures/a.jpg");
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

    private final List<WebUrl> asked = new ArrayList<>();
    private Answer item = picture("tag-1", "date-1", 100L);
    private final Answer rest = answer(404, "text/html", null, null, 20L);
    private final Answer root = answer(200, "text/html", null, null, 20L);
    private boolean up = true;
    private boolean wanted;
    private int looks = 5;
    private int steady = 3;
    private @Nullable FailureStreak run;

    @Test
    void theSameTagNeedsNoControl() {
        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(asked).containsOnly(ITEM);
    }

    @Test
    void neitherDoTheSameLengthAndDate() {
        item = picture(null, "date-1", 100L);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(asked).containsOnly(ITEM);
    }

    /** Of pages that are made anew for everybody, nothing tells that they are the same. */
    @Test
    void anAnswerWithoutTagAndDateIsControlledEachTime() {
        item = picture(null, null, 100L);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(asked).contains(sibling());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"not up", "wanted", "its turn"})
    void itIsControlledAllTheSameIf(String reason) {
        switch (reason) {
            case "not up" -> up = false;
            case "wanted" -> wanted = true;
            default -> looks = 16;
        }

        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(asked).contains(sibling());
    }

    @ParameterizedTest(name = "tag {0}, length {1}")
    @CsvSource({"tag-2, 101", ", 101"})
    void anotherAnswerIsControlledAndChanged(@Nullable String tag, long length) {
        item = picture(tag, "date-2", length);

        assertThat(look()).isEqualTo(Signal.CHANGED);
        assertThat(asked).contains(sibling());
    }

    /** It becomes steady all the same: each time the very same was seen. */
    @Test
    void theFirstLooksNeedNoControlEither() {
        steady = 1;

        var result = examined();

        assertThat(asked).containsOnly(ITEM);
        assertThat(result.baseline()).isNotNull().extracting(Baseline::looks).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}, the run {1} minutes old, by {2}: {3}")
    @CsvSource({
        "404, 15, GONE_404, false",
        "404, 120, GONE_404, false",
        "404, 345, GONE_404, true",
        "404, 360, GONE_404, true",
        "410, 15, GONE_410, false",
        "410, 60, GONE_410, true",
        "404, 720, GONE_UNCONTROLLED, false",
        "404, 1440, GONE_UNCONTROLLED, true",
        "404, 15, OUTAGE, true",
        "404, 15, SOFT_GONE, true",
    })
    void notFoundIsControlledByTheLooksThatBeginAndMayEndARun(
            int status, int minutes, RemovalRule rule, boolean controlled) {
        item = answer(status, "text/html", null, null, 20L);
        up = false;
        var began = NOW.minus(Duration.ofMinutes(minutes));
        run = new FailureStreak(began, began, 1, Set.of(rule), Set.of(0L), Set.of("first"));

        assertThat(look()).isEqualTo(status == 404 ? Signal.GONE_404 : Signal.GONE_410);
        assertThat(asked.contains(sibling())).isEqualTo(controlled);
    }

    @Test
    void theFirstLookThatDoesNotFindItIsControlled() {
        item = answer(404, "text/html", null, null, 20L);

        assertThat(look()).isEqualTo(Signal.GONE_404);
        assertThat(asked).contains(sibling());
    }

    /** It may be the content, whatever the status. */
    @Test
    void aPictureThatComesWithA404IsControlledAmidARunToo() {
        item = answer(404, "image/jpeg", null, null, 100L);
        run = new FailureStreak(NOW, NOW, 1, Set.of(RemovalRule.GONE_404), Set.of(0L), Set.of("first"));

        assertThat(look()).isEqualTo(Signal.UNVERIFIABLE);
    }

    private Signal look() {
        return examined().signal();
    }

    private CheckResult examined() {
        var picture = Fingerprint.of(picture("tag-1", "date-1", 100L));
        var baseline = new Baseline(picture, true, steady, Fingerprint.ofNothing(rest), 200, "0000");
        var prior = new Prior(new UUID(1, 1), looks, run, baseline, true, up, wanted, NOW);
        var identities = new Identities(List.of(new Identity("first", Map.of()), new Identity("second", Map.of())));
        return new CheckUrl(this::sight, NOT_PARKED, identities)
                .check(new Subject(ITEM, null, null, Locator.MEDIA, ProbeRule.ANY), prior);
    }

    private ProbeResult sight(Ask ask) {
        asked.add(ask.url());
        var answer = ask.url().equals(ITEM) ? item : ask.url().path().equals("/") ? root : rest;
        return new ProbeResult(new Outcome.Answered(answer), "0000", 1, null, Duration.ZERO, List.of());
    }

    private WebUrl sibling() {
        return ControlUrl.of(ITEM, new UUID(1, 1), looks).orElseThrow();
    }

    private static Answer picture(@Nullable String tag, @Nullable String date, long length) {
        return answer(200, "image/jpeg", tag, date, length);
    }

    private static Answer answer(int status, String type, @Nullable String tag, @Nullable String date, long length) {
        return new Answer(
                status, false, type, length, tag, date, null, null, null, Landing.SAME_PLACE, null, Set.of(), Set.of());
    }

    private static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }
}
