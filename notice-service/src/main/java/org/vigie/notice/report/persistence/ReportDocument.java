package org.vigie.notice.report.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.report.Followed;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Submission;
import org.vigie.notice.report.Withdrawal;
import org.vigie.notice.report.WithdrawalReason;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;
import org.vigie.url.WebUrl;

/**
 * A report as it is stored.
 *
 * @param submission what was handed in, sealed for this document
 * @param urlToken keyed token of the URL, absent in what was stored before it was noted
 * @param partnerToken keyed token of the partner's own reference, absent without any
 * @param due when it is to be looked at for its partner; absent if it is nobody's, or only its case matters
 * @param told the step that was noted last, absent before the first
 * @param changes how many were noted, absent before the first
 * @param marks how often it was to be looked at again, absent before the first time
 * @param batched true if it came as a line of a batch, else absent
 * @param withdrawn absent while nobody took it back; then {@code applied} says whether its case heard of that
 */
@Document("reports")
record ReportDocument(
        @Id String id,
        String reference,
        String origin,
        String fingerprint,
        SealedUrl submission,
        Instant receivedAt,
        boolean applied,
        @Nullable UUID caseId,
        @Nullable String urlToken,
        @Nullable String partnerToken,
        @Nullable Instant due,
        @Nullable Step told,
        @Nullable Long changes,
        @Nullable Long marks,
        @Nullable Boolean batched,
        @Nullable Withdrawn withdrawn) {

    /** That it was taken back. */
    record Withdrawn(UUID requestId, WithdrawalReason reason, Instant at) {

        static Withdrawn of(Withdrawal withdrawal) {
            return new Withdrawn(withdrawal.requestId(), withdrawal.reason(), withdrawal.at());
        }
    }

    static ReportDocument of(Report report, Seal store, PlaceTokens tokens) {
        var id = report.reportId().toString();
        var partnerReference = report.submission().partnerReference();
        return new ReportDocument(
                id,
                report.reference(),
                report.origin(),
                report.fingerprint(),
                store.seal(EventJson.MAPPER.writeValueAsString(report.submission()), id),
                report.receivedAt(),
                !report.isPending(),
                report.caseId(),
                urlToken(report, tokens),
                partnerReference == null ? null : tokens.ofPartnerReference(partnerReference),
                Origin.isPartners(report.origin()) ? Followed.heardFrom(report) : null,
                null,
                null,
                null,
                report.batched() ? true : null,
                report.withdrawal() == null ? null : Withdrawn.of(report.withdrawal()));
    }

    static String urlToken(Report report, PlaceTokens tokens) {
        return tokens.of(WebUrl.parse(report.submission().place().url()).found().orElseThrow())
                .url();
    }

    Report toDomain(Seal store) {
        return new Report(
                UUID.fromString(id),
                reference,
                origin,
                fingerprint,
                EventJson.MAPPER.readValue(store.open(submission, id), Submission.class),
                receivedAt,
                caseId,
                withdrawn == null
                        ? null
                        : new Withdrawal(withdrawn.requestId(), withdrawn.reason(), withdrawn.at(), applied),
                Boolean.TRUE.equals(batched));
    }
}
