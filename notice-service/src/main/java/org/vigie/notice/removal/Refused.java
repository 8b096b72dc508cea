package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.notice.removal.Rung.Addressee;

/** A contact that refused a notice for good: it is not written to again in this cycle. */
public record Refused(int cycle, Addressee addressee, UUID contactId, UUID noticeId) {}
