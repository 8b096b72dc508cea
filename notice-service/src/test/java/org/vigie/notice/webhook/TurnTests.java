package org.vigie.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

/** What is sent next, and in which order what comes of it: a feed, a receiver and a clock without a store between. */
class TurnTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final int MOST_SENT = 20_000;

    private final List<ReportChange> feed = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private final List<ReportChange> taken = new ArrayList<>();
    private Webhook webhook =
            Webhook.of(UUID.randomUUID(), "partner:x", "https://hook.test/", new Secret("whsec_a", null), 0, NOW);
    private Instant now = NOW;
    private Predicate<ReportChange> takes = _ -> true;

    /** Letters are reports, each a change of it; refused is what the receiver never takes. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    feed,     refused, sent at once
                    ABC,      '',      ABC
                    ABAC,     A,       ABC
                    AABBCC,   B,       AABCC
                    AABBCC,   AB,      AB
                    AAAA,     A,       A
                    BAAC,     B,       BAAC
                    """, useHeadersInDisplayName = true)
    void whatFollowsOfAReportWaitsAndOthersPass(String reports, String refused, String sentAtOnce) {
        reports.chars().forEach(this::noted);
        takes = change -> refused.indexOf(letter(change)) < 0;

        sendWhatIsDue();

        assertThat(sent.stream().map(number -> letter(at(number))).toList())
                .containsExactlyElementsOf(
                        sentAtOnce.chars().mapToObj(one -> (char) one).toList());
    }

    @Test
    void whatOneReportWaitsForIsTriedForThreeDaysAndThenGivenUpWhileOthersPass() {
        takes = change -> change.number() != 1;
        noted('A');
        noted('A');
        while (taken.stream().noneMatch(change -> letter(change) == 'A')) {
            noted('B');
            sendWhatIsDue();
            assertThat(webhook.state()).isNotInstanceOf(Disabled.class);
            now = now.plus(Duration.ofMinutes(1));
        }

        assertThat(Duration.between(NOW, now))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(1));
        assertThat(sent.stream().filter(number -> number == 1)).hasSize(10);
        assertThat(taken).filteredOn(change -> letter(change) == 'B').hasSizeGreaterThan(4000);
        assertThat(webhook.held()).isEmpty();
    }

    /** A thousand messages a day do not become a thousand attempts. */
    @Test
    void oneThatIsDownIsAskedNowAndThen() {
        takes = _ -> false;
        for (int minute = 0; minute < 24 * 60; minute++) {
            noted('A' + minute);
            sendWhatIsDue();
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(sent).hasSizeLessThan(10);
        assertThat(webhook.state()).isInstanceOf(Failing.class);

        takes = _ -> true;
        sendEverything();

        assertThat(taken).extracting(ReportChange::number).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(webhook.state()).isEqualTo(new Working());
    }

    @Test
    void whoIsBackGetsAllAtOnce() {
        takes = _ -> false;
        "ABAB".chars().forEach(this::noted);
        sendWhatIsDue();
        now = now.plus(Duration.ofHours(1));
        takes = _ -> true;

        webhook = webhook.heard(now);
        sendWhatIsDue();

        assertInOrder();
        assertThat(taken).hasSize(4);
    }

    /** Beyond that all wait: nothing grows without end. */
    @Test
    void soManyReportsWaitByThemselves() {
        for (int report = 0; report < 2 * Webhook.MOST_HELD; report++) {
            takes = _ -> false;
            noted('B' + report);
            sendWhatIsDue();
            now = now.plusSeconds(6);
            takes = change -> letter(change) == 'A';
            noted('A');
            sendWhatIsDue();
        }

        assertThat(webhook.held().size()).isLessThanOrEqualTo(Webhook.MOST_HELD);
        takes = _ -> true;
        sendEverything();
        assertInOrder();
        assertThat(taken).extracting(ReportChange::number).containsExactlyInAnyOrderElementsOf(numbers());
    }

    /** Outages, refusals of some, replays in between: each report's order is kept and nothing is left out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingIsLostAndNothingOvertakes(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 500; step++) {
            noted('A' + random.nextInt(12));
            if (random.nextInt(20) == 0) {
                var bound = random.nextInt(13);
                takes = change -> letter(change) - 'A' < bound;
            }
            sendWhatIsDue();
            now = now.plusSeconds(random.nextInt(300));
        }
        takes = _ -> true;
        sendEverything();

        assertInOrder();
        assertThat(taken).extracting(ReportChange::number).containsExactlyInAnyOrderElementsOf(numbers());
    }

    private void sendEverything() {
        for (var next = Optional.of(now); next.isPresent(); next = webhook.nextAttempt()) {
            now = next.get().isAfter(now) ? next.get() : now;
            sendWhatIsDue();
        }
    }

    /** As the service does, with the feed read anew each time. */
    private void sendWhatIsDue() {
        while (sent.size() < MOST_SENT) {
            var next = feed.stream().skip(webhook.position()).findFirst();
            if (next.filter(webhook::holdsUp).isPresent()) {
                webhook = webhook.passingOver(
                        feed.stream().skip(webhook.position()).toList(), webhook.position());
                continue;
            }
            switch (Turn.of(webhook, next, now)) {
                case Turn.Next(var change) -> send(change);
                case Turn.Again(var held) -> send(at(held.number()));
                case Turn.Later _, Turn.Nothing _ -> {
                    return;
                }
            }
        }
    }

    private void send(ReportChange change) {
        sent.add(change.number());
        if (takes.test(change)) {
            taken.add(change);
        }
        var following = feed.stream()
                .filter(other -> other.reportId().equals(change.reportId()) && other.number() > change.number())
                .map(ReportChange::number)
                .findFirst();
        webhook =
                webhook.tried(change, webhook.position(), new Answered(takes.test(change) ? 204 : 500), following, now);
    }

    private void assertInOrder() {
        Map<UUID, Long> last = new HashMap<>();
        for (var change : taken) {
            assertThat(last.put(change.reportId(), change.number()))
                    .satisfiesAnyOf(
                            before -> assertThat(before).isNull(),
                            before -> assertThat(before).isLessThan(change.number()));
        }
    }

    private List<Long> numbers() {
        return LongStream.rangeClosed(1, feed.size())
                .boxed()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private void noted(int report) {
        var number = feed.size() + 1;
        feed.add(new ReportChange(
                new UUID(0, number), "partner:x", number, new UUID(1, report), null, Step.ASKED, null, null, NOW));
    }

    private ReportChange at(long number) {
        return feed.get(Math.toIntExact(number) - 1);
    }

    private static char letter(ReportChange change) {
        return (char) change.reportId().getLeastSignificantBits();
    }
}
