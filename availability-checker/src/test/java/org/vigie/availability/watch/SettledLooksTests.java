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
import org.vigie.availability.probe.Sight;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** When the very answer that there was needs nothing asked beside it. */
class SettledLooksTests {

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
    private boolean up = true;
    private boolean wanted;
    private int looks = 5;
    private int steady = 3;

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
    @ValueSource(strings = {"not up", "wanted", "its turn", "not steady"})
    void itIsControlledAllTheSameIf(String reason) {
        switch (reason) {
            case "not up" -> up = false;
            case "wanted" -> wanted = true;
            case "its turn" -> looks = 16;
            default -> steady = 2;
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

    private Signal look() {
        var picture = Fingerprint.of(picture("tag-1", "date-1", 100L));
        var baseline = new Baseline(picture, true, steady, Fingerprint.ofNothing(rest), 200, "0000");
        var prior = new Prior(new UUID(1, 1), looks, 0, baseline, true, up, wanted, NOW);
        var identities = new Identities(List.of(new Identity("first", Map.of()), new Identity("second", Map.of())));
        return new Examine(this::sight, NOT_PARKED, identities)
                .examine(new Subject(ITEM, null, null, Locator.MEDIA, ProbeRule.ANY), prior)
                .signal();
    }

    private Sight sight(Ask ask) {
        asked.add(ask.url());
        var answer = ask.url().equals(ITEM) ? item : rest;
        return new Sight(new Outcome.Answered(answer), "0000", 1, null, Duration.ZERO, List.of());
    }

    private WebUrl sibling() {
        return Sibling.of(ITEM, new UUID(1, 1), looks).orElseThrow();
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
