package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.NetworkSeen;
import org.vigie.notice.content.ContentUnit;

/**
 * A report, as a case takes it.
 *
 * @param unit what was seen, with this one sighting counted
 * @param by who handed it in
 */
public record Sighting(
        UUID reportId,
        String reference,
        String by,
        Place place,
        ContentUnit unit,
        @Nullable NetworkSeen network,
        List<Hold> holds,
        Instant at) {

    public Sighting {
        holds = List.copyOf(holds);
    }
}
