package org.vigie.notice.removal;

import java.time.Instant;

/**
 * What a person last saw at the URL, for the checker to weigh.
 *
 * @param present whether the content was there; not if something else was
 */
public record PersonSaw(boolean present, Instant at) {}
