package org.vigie.notice.escalation;

import java.util.UUID;
import org.vigie.notice.removal.Addressee;

/**
 * Somebody who can be written to now.
 *
 * @param tier 1 for the content administrator, counting up
 */
public record Candidate(Addressee addressee, int tier, UUID contactId) {}
