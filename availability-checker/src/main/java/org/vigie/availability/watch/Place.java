package org.vigie.availability.watch;

import org.vigie.events.SealedUrl;

/**
 * Where a case's content lies, sealed as it came.
 *
 * @param version of the snapshot it was taken from
 */
public record Place(long version, SealedUrl location) {}
