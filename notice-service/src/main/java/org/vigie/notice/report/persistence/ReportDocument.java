package org.vigie.notice.report.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.report.Correction;
import org.vigie.notice.report.Corrections;
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
 * @param submission what it says now, sealed for this document
 * @param urlToken keyed token of the URL, absent in what was stored before it was noted
 * @param partnerToken keyed token of the partner's own reference, absent without any
 * @param due when it is to be looked at for its partner; absent if it is nobody's, or only its case matters
 * @param told the step that was noted last, absent before the first
 * @param toldEdition how many corrections were noted, absent before the first change
 * @param changes how many were noted, absent before the first
 * @param marks how often it was to be looked at again, absent before the first time
 * @param batched true if it came as a line of a batch, else absent
 * @param withdrawn absent while nobody took it back; then {@code applied} says whether its case heard of that
 * @param corrected absent until it was corrected; then {@code applied} says the same of that
 * @param edition how often it was corrected, absent before the first time
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
        @Nullable Integer toldEdition,
        @Nullable Long changes,
        @Nullable Long marks,
        @Nullable Boolean batched,
        @Nullable Withdrawn withdrawn,
        @Nullable List<Correction> corrected,
        @Nullable Integer edition) {

    /** That it was taken back. */
    record Withdrawn(UUID requestId, WithdrawalReason reason, Instant at) {

        static Withdrawn of(Withdrawal withdrawal) {
            return new Withdrawn(withdrawal.requestId(), withdrawal.reason(), withdrawal.at());
        }
    }

    static ReportDocument of(Report report, Seal store, PlaceTokens tokens) {
        var id = report.reportId().toString();
        return new ReportDocument(
                id,
                report.reference(),
                report.origin(),
                report.fingerprint(),
                sealed(report, store),
                report.receivedAt(),
                !report.isPending(),
                report.caseId(),
                urlToken(report, tokens),
                partnerToken(report, tokens),
                Origin.isPartners(report.origin()) ? Followed.heardFrom(report) : null,
                null,
                null,
                null,
                null,
                report.batched() ? true : null,
                report.withdrawal() == null ? null : Withdrawn.of(report.withdrawal()),
                report.corrections().made().isEmpty()
                        ? null
                        : report.corrections().made(),
                edition(report));
    }

    static @Nullable Integer edition(Report report) {
        var made = report.corrections().made().size();
        return made == 0 ? null : made;
    }

    static SealedUrl sealed(Report report, Seal store) {
        return store.seal(
                EventJson.MAPPER.writeValueAsString(report.submission()),
                report.reportId().toString());
    }

    static @Nullable String partnerToken(Report report, PlaceTokens tokens) {
        var reference = report.submission().partnerReference();
        return reference == null ? null : tokens.ofPartnerReference(reference);
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
                new Corrections(corrected == null ? List.of() : corrected, corrected == null || applied),
                withdrawn == null
                        ? null
                        : new Withdrawal(withdrawn.requestId(), withdrawn.reason(), withdrawn.at(), applied),
                Boolean.TRUE.equals(batched));
    }
}
