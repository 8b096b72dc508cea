package org.vigie.notice.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.RemovalCase;

/**
 * What became of a report, as it may be passed on to whoever saw the content first: nothing of who was asked, of holds,
 * or of what others reported.
 *
 * @param downSince from when on it could not be reached, never before it was reported; absent unless it is down
 */
public record Followed(Step step, @Nullable Instant downSince) {

    /** For so long nothing is said: a URL that others reported before is ahead of a new one by about that. */
    static final Duration SILENCE = Duration.ofHours(1);

    /** How soon a report without a case is looked at again; it is applied before that. */
    static final Duration UNTIL_APPLIED = Duration.ofMinutes(1);

    /** How long each step of a test takes: no case is behind them. */
    static final Duration TEST_STEP = Duration.ofMinutes(1);

    private static final Followed NOTHING_YET = new Followed(Step.RECEIVED, null);

    /** Whoever took it back knows; what else became of the URL is others' business from then on. */
    private static final Followed WITHDRAWN = new Followed(Step.WITHDRAWN, null);

    /** How far it is, in words for anybody. */
    public enum Step {
        RECEIVED("The report has been received and is being looked at."),
        ASKED("Those who can take it down have been asked to do so."),
        DOWN("It could no longer be reached at this URL when it was looked for last."),
        WITHDRAWN("The report was taken back by those who handed it in."),
        NOT_PURSUED("It is not pursued: it was found not to be illegal, or the reports of it were taken back.");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * All that a case contributes.
     *
     * @param lookedAt by which the reports are told apart that came before and after the look; absent unless it is down
     */
    record Seen(
            boolean over,
            @Nullable Instant lookedAt,
            @Nullable Instant firstDownAt,
            boolean asked) {

        static Seen of(RemovalCase known) {
            var presence = known.presence();
            var down = presence.isDown() && !presence.isPerhapsBack() && presence.lastCheckedAt() != null;
            return new Seen(
                    known.stage() instanceof Rejected || known.stage() instanceof Retracted,
                    down ? presence.lastCheckedAt() : null,
                    down ? presence.firstDownAt() : null,
                    isAsked(known));
        }

        /** Only what was seen after the report says anything against it. */
        private boolean isDownFor(Report report) {
            return lookedAt != null && lookedAt.isAfter(report.receivedAt());
        }
    }

    /** From when on more is said of a report than that it was received. */
    public static Instant heardFrom(Report report) {
        return report.receivedAt().plus(report.isTest() ? TEST_STEP : SILENCE);
    }

    /** When a test counts as down. */
    static Instant testDown(Report report) {
        return heardFrom(report).plus(TEST_STEP);
    }

    /** @param known the case of the report, absent until it was applied */
    static Followed of(Report report, @Nullable RemovalCase known, Instant now) {
        if (!report.stands()) {
            return WITHDRAWN;
        }
        if (now.isBefore(heardFrom(report))) {
            return NOTHING_YET;
        }
        if (report.isTest()) {
            var down = testDown(report);
            return now.isBefore(down) ? new Followed(Step.ASKED, null) : new Followed(Step.DOWN, down);
        }
        if (known == null) {
            return NOTHING_YET;
        }
        var seen = Seen.of(known);
        if (seen.over()) {
            return new Followed(Step.NOT_PURSUED, null);
        }
        return seen.isDownFor(report)
                ? down(report, seen.firstDownAt())
                : new Followed(seen.asked() ? Step.ASKED : Step.RECEIVED, null);
    }

    private static Followed down(Report report, @Nullable Instant since) {
        return new Followed(
                Step.DOWN, since == null || since.isBefore(report.receivedAt()) ? report.receivedAt() : since);
    }

    private static boolean isAsked(RemovalCase known) {
        return known.outcome().targetings().stream()
                .anyMatch(targeting ->
                        targeting.cycle() == known.cycle() && targeting.end().counts());
    }
}
