package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.ReportChange;

/**
 * What a partner is sent: never a URL.
 *
 * @param messageId the same however often it is sent
 * @param at when what it tells was noted
 * @param reportId absent of a test
 * @param partnerReference absent of a test, and without any
 * @param step absent of a test
 */
public record Message(
        UUID messageId,
        Type type,
        Instant at,
        @Nullable UUID reportId,
        @Nullable String partnerReference,
        @Nullable Step step) {

    /** What it is about. */
    public enum Type {
        REPORT_STEP("report.step"),
        REPORT_CORRECTED("report.corrected"),
        PING("webhook.ping");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As it is sent. */
        public String word() {
            return word;
        }
    }

    static Message of(ReportChange change) {
        return new Message(
                change.changeId(),
                change.edition() == null ? Type.REPORT_STEP : Type.REPORT_CORRECTED,
                change.at(),
                change.reportId(),
                change.partnerReference(),
                change.step());
    }

    static Message ping(UUID messageId, Instant now) {
        return new Message(messageId, Type.PING, now, null, null, null);
    }
}
