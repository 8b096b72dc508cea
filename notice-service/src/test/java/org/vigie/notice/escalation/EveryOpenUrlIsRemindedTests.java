package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.escalation.ReportedHosts.Mail;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.task.TaskKind;

/** Nobody acts: every URL stands in a digest each day, whatever came together and however slow its host is. */
class EveryOpenUrlIsRemindedTests {

    /** What falls due within half a day joins a digest, which waits half an hour for looks. */
    private static final Duration LONGEST = Duration.ofHours(37);

    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    /** A look is half a day old when the next is asked for, and may be three days old when the digest leaves. */
    private static final Duration A_SWEEP = Duration.ofHours(58);

    /** What two weeks of one host came to. */
    record Tally(String host, long firsts, long digests, Duration longestWait, long mostDaysMissed) {}

    @ParameterizedTest(name = "factor {0}")
    @ValueSource(ints = {1, 60, 600})
    void twoWeeksAfterABurstEveryUrlWasRemindedDaily(int factor) {
        var world = new ReportedHosts();
        var took = List.of(20, 100, 300, 600, factor == 600 ? 8_500 : 15_000);
        for (var i = 0; i < 5; i++) {
            world.host("h%d.test".formatted(i), Duration.ofMillis(took.get(i)).multipliedBy(factor));
        }
        var random = new Random(16);
        for (var i = 0; i < 200; i++) {
            world.report("h%d.test".formatted(i % 5), CaseExamples.START.plusMillis(random.nextInt(60_000)));
        }

        var unexplained = 0L;
        for (var hour = 1L; hour <= TWO_WEEKS.toHours(); hour += 7) {
            world.until(CaseExamples.START.plus(Duration.ofHours(hour)));
            unexplained += world.unexplained();
        }
        world.until(CaseExamples.START.plus(TWO_WEEKS));

        var tallies = IntStream.range(0, 5)
                .mapToObj(i -> tally(world, "h%d.test".formatted(i)))
                .toList();
        System.out.printf("factor=%d unexplained=%d %s%n", factor, unexplained, tallies);
        assertThat(unexplained).as("waits without a reason").isZero();
        assertThat(world.caseIds()).hasSize(200);
        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.longestWait()).isLessThanOrEqualTo(LONGEST);
            assertThat(tally.digests()).as("one a day").isLessThanOrEqualTo(14);
            assertThat(tally.mostDaysMissed()).as("one a day").isLessThanOrEqualTo(2);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOpenCaseGoes37HoursWithoutAReminder(long seed) {
        var random = new Random(seed);
        var world = new ReportedHosts();
        var urls = 5 + random.nextInt(40);
        // As slow as can still be looked at whole in two days and a half.
        var slowest = A_SWEEP.dividedBy(urls).minusSeconds(60).toMillis();
        world.host("h.test", Duration.ofMillis(Math.round(Math.exp(random.nextDouble() * Math.log((double) slowest)))));
        var spread = List.of(1L, 60L, 600L, 3600L, 86_400L, 4 * 86_400L).get(random.nextInt(6));
        for (var i = 0; i < urls; i++) {
            world.report("h.test", CaseExamples.START.plusMillis(random.nextLong(spread * 1000)));
        }

        world.until(CaseExamples.START.plus(TWO_WEEKS));

        assertThat(tally(world, "h.test").longestWait()).isLessThanOrEqualTo(LONGEST);
    }

    /** First notices that leave one by one, all over the day, and one just after the digest of the first. */
    @Test
    void whatIsNotifiedJustAfterADigestStandsInTheNext() {
        var world = new ReportedHosts();
        world.host("h.test", Duration.ofMillis(100));
        world.report("h.test", CaseExamples.START);
        world.until(CaseExamples.START.plus(Duration.ofHours(23)));
        for (var hour = 25L; hour <= 48; hour++) {
            world.report("h.test", CaseExamples.START.plus(Duration.ofHours(hour)));
        }

        world.until(CaseExamples.START.plus(Duration.ofDays(7)));

        var firstDigest = firstReminders(world);
        System.out.println("first reminders after " + firstDigest);
        assertThat(firstDigest).hasSize(25);
        assertThat(firstDigest)
                .allSatisfy(after -> assertThat(after).isBetween(Duration.ofHours(12), Duration.ofHours(37)));
        assertThat(firstDigest.get(1)).as("a digest left an hour before").isLessThan(Duration.ofHours(24));
    }

    /** How long after its first notice each case had its first reminder. */
    private static List<Duration> firstReminders(ReportedHosts world) {
        return world.caseIds().stream()
                .map(id -> world.mails().stream()
                        .filter(mail -> mail.cases().contains(id))
                        .limit(2)
                        .map(Mail::at)
                        .toList())
                .map(its -> Duration.between(its.getFirst(), its.getLast()))
                .toList();
    }

    /** Each URL is looked at every 100 hours: it stands in the digests of the three days after each look. */
    @Test
    void atAHostTooSlowToBeSeenInThreeDaysADigestNamesWhatWasSeen() {
        var world = new ReportedHosts();
        world.host("h.test", Duration.ofHours(10).minusSeconds(60));
        for (var i = 0; i < 10; i++) {
            world.report("h.test", CaseExamples.START.plusSeconds(i));
        }

        var called = 0L;
        var unexplained = 0L;
        for (var day = 1L; day <= 14; day++) {
            world.until(CaseExamples.START.plus(Duration.ofDays(day)));
            called += world.waitFor(TaskKind.LOOK_BLOCKED);
            unexplained += world.unexplained();
        }

        var tally = tally(world, "h.test");
        System.out.printf("called=%d %s%n", called, tally);
        assertThat(tally.longestWait()).isLessThan(Duration.ofHours(100));
        assertThat(tally.mostDaysMissed()).as("of 14").isLessThanOrEqualTo(4);
        assertThat(called).as("a person is asked to look meanwhile").isPositive();
        assertThat(unexplained).as("waits without a reason").isZero();
    }

    /** One look a day for twenty URLs: most wait for their first look for longer than a week. */
    @Test
    void atAHostThatIsHardlyEverSeenNoWaitIsUnexplained() {
        var world = new ReportedHosts();
        world.host("h.test", Duration.ofHours(24));
        for (var i = 0; i < 20; i++) {
            world.report("h.test", CaseExamples.START.plusSeconds(i));
        }

        var unexplained = 0L;
        for (var hour = 1L; hour <= TWO_WEEKS.toHours(); hour += 7) {
            world.until(CaseExamples.START.plus(Duration.ofHours(hour)));
            unexplained += world.unexplained();
        }

        System.out.printf("hardly ever seen: unexplained=%d %s%n", unexplained, tally(world, "h.test"));
        assertThat(unexplained).as("waits without a reason").isZero();
    }

    @Test
    void twelveReportsWithinThreeSecondsAreOneMail() {
        var world = new ReportedHosts();
        world.host("h.test", Duration.ofMillis(100));
        for (var i = 0; i < 12; i++) {
            world.report("h.test", CaseExamples.START.plusMillis(250L * i));
        }

        world.until(CaseExamples.START.plus(Duration.ofMinutes(1)));

        assertThat(world.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.cases()).hasSize(12);
            assertThat(mail.at()).isBefore(CaseExamples.START.plusSeconds(60));
        });
    }

    /**
     * A look each 2 s, 20 s, 70 s or 120 s: what comes within 40 s of the first is in its mail, which leaves within a
     * minute; what comes later leaves every five minutes.
     */
    @ParameterizedTest(name = "a look takes {0} ms")
    @CsvSource({"100, 1", "3333, 2", "10000, 3", "60000, 5"})
    void firstNoticesAfterTheFirstMailLeaveTogetherEveryFewMinutes(long took, int mails) {
        var world = new ReportedHosts();
        world.host("h.test", Duration.ofMillis(took));
        for (var i = 0; i < 12; i++) {
            world.report("h.test", CaseExamples.START.plusMillis(250L * i));
        }

        world.until(CaseExamples.START.plus(Duration.ofHours(1)));

        System.out.printf(
                "a look takes %d ms: %s%n",
                took,
                world.mails().stream()
                        .map(mail -> mail.cases().size() + " at " + mail.at())
                        .toList());
        assertThat(world.mails()).hasSize(mails);
        assertThat(world.mails().stream().flatMap(mail -> mail.cases().stream()))
                .hasSize(12)
                .doesNotHaveDuplicates();
        for (var number = 0; number < mails; number++) {
            var mail = world.mails().get(number);
            var longest = number == 0 ? Duration.ofMinutes(1) : Duration.ofMinutes(6);
            assertThat(mail.cases())
                    .allSatisfy(id ->
                            assertThat(world.lookedFirst(id)).isAfter(mail.at().minus(longest)));
        }
    }

    private static Tally tally(ReportedHosts world, String host) {
        var mails =
                world.mails().stream().filter(mail -> mail.host().equals(host)).toList();
        var named = world.caseIds().stream()
                .filter(id -> mails.stream().anyMatch(mail -> mail.cases().contains(id)))
                .toList();
        assertThat(named).isNotEmpty();
        return new Tally(
                host,
                count(mails, NoticeKind.FIRST),
                count(mails, NoticeKind.REMINDER),
                named.stream()
                        .map(id -> longestWait(world, mails, id))
                        .max(Duration::compareTo)
                        .orElseThrow(),
                named.stream()
                        .mapToLong(id -> daysMissed(world, mails, id))
                        .max()
                        .orElseThrow());
    }

    /** Whole days since its first notice that had no reminder. */
    private static long daysMissed(ReportedHosts world, List<Mail> mails, UUID caseId) {
        var its = mails.stream().filter(mail -> mail.cases().contains(caseId)).toList();
        return Duration.between(its.getFirst().at(), world.now()).toDays() - count(its, NoticeKind.REMINDER);
    }

    private static long count(List<Mail> mails, NoticeKind kind) {
        return mails.stream().filter(mail -> mail.kind() == kind).count();
    }

    private static Duration longestWait(ReportedHosts world, List<Mail> mails, UUID caseId) {
        var longest = Duration.ZERO;
        Instant last = null;
        for (var mail : mails) {
            if (mail.cases().contains(caseId)) {
                longest = last == null ? longest : longer(longest, Duration.between(last, mail.at()));
                last = mail.at();
            }
        }
        var open = world.known(caseId).stage() instanceof CaseStage.Notified;
        return open && last != null ? longer(longest, Duration.between(last, world.now())) : longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
