package org.vigie.notice.report.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.ReportChange.Edition;
import org.vigie.support.seal.Seal;

/**
 * A change as it is stored.
 *
 * @param partnerReference sealed for this document, absent without any
 */
@Document("reportChanges")
record ChangeDocument(
        @Id String id,
        String origin,
        long number,
        UUID reportId,
        @Nullable SealedUrl partnerReference,
        Step step,
        @Nullable Instant downSince,
        @Nullable Edition edition,
        Instant at) {

    static ChangeDocument of(ReportChange change, Seal store) {
        var id = change.changeId().toString();
        return new ChangeDocument(
                id,
                change.origin(),
                change.number(),
                change.reportId(),
                change.partnerReference() == null ? null : store.seal(change.partnerReference(), id),
                change.step(),
                change.downSince(),
                change.edition(),
                change.at());
    }

    ReportChange toDomain(Seal store) {
        return new ReportChange(
                UUID.fromString(id),
                origin,
                number,
                reportId,
                partnerReference == null ? null : store.open(partnerReference, id),
                step,
                downSince,
                edition,
                at);
    }
}
