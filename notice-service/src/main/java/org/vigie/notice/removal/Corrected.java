package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Verdict;

/**
 * A report that whoever handed it in corrects: what it says of the same content at the same URL.
 *
 * @param correctionId names the correction
 * @param by who handed it in
 * @param content the unit that it is about
 * @param said what it says now
 */
public record Corrected(
        UUID correctionId, String reference, String by, Predicate<ContentUnit> content, Verdict said, Instant at) {}
