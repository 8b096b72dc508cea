package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.notice.removal.Rung.Addressee;

/**
 * Somebody who can be written to now.
 *
 * @param tier 1 for the content administrator, counting up
 */
public record Candidate(Addressee addressee, int tier, UUID contactId) {}
