package org.vigie.notice.escalation;

import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.removal.Addressee;

/**
 * Somebody whom the chain ranks, whether or not they may be written to.
 *
 * @param country ISO 3166-1 alpha-2, absent if unknown
 * @param approval whether an operator must agree first
 * @param approved whether one did
 * @param hasContact whether a contact of theirs can be used in this cycle
 */
public record Ranked(
        Addressee addressee, @Nullable String country, Approval approval, boolean approved, boolean hasContact) {}
