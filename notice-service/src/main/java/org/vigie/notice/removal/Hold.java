package org.vigie.notice.removal;

import java.time.Instant;

/**
 * Somebody's wish that nothing be done for now; only a person releases it, however old it is.
 *
 * @param expiresAt when its owner is reminded of it
 */
public record Hold(String owner, String reason, Instant placedAt, Instant expiresAt, boolean probingAllowed) {}
