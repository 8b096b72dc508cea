package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;

/**
 * That whoever handed a report in corrected what it says of the content.
 *
 * @param requestId names the request
 * @param fingerprint keyed token of what was handed in
 * @param verifiedBefore whether the report said until then that the content is verified
 */
public record Correction(UUID requestId, String fingerprint, Instant at, boolean verifiedBefore) {}
