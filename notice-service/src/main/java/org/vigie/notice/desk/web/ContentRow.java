package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.support.Person;

/** A content unit as a case's page shows it: what is absent nobody said. */
record ContentRow(
        UUID contentId,
        ContentKind kind,
        Category category,
        Maturation maturation,
        Act act,
        @Nullable String label,
        Verification verification,
        @Nullable String organisation,
        @Nullable String assessor,
        @Nullable Instant decidedAt,
        long sightings,
        long hashes) {

    static ContentRow of(ContentUnit unit) {
        var assessment = unit.assessment();
        var hashes = unit.hashes();
        return new ContentRow(
                unit.contentId(),
                unit.kind(),
                unit.category(),
                assessment.maturation(),
                assessment.act(),
                assessment.label(),
                unit.verification(),
                assessment.organisation(),
                assessment.assessor() == null
                        ? null
                        : Person.read(assessment.assessor()).name(),
                unit.standing().decidedAt(),
                unit.sightings().all(),
                Stream.<@Nullable String>of(hashes.sha256(), hashes.sha1(), hashes.md5())
                        .filter(Objects::nonNull)
                        .count());
    }
}
