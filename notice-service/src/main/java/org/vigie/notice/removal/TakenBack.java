package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.reference.NameBasedIds;

/**
 * A report that whoever handed it in takes back.
 *
 * @param by who handed it in
 * @param reason a code
 * @param content the unit that it was about
 */
public record TakenBack(
        UUID reportId, String reference, String by, String reason, Predicate<ContentUnit> content, Instant at) {

    /** Of which is noted that it was applied. */
    UUID id() {
        return NameBasedIds.of("withdrawn", reportId);
    }
}
