package org.vigie.notice.composition;

import java.util.List;
import java.util.UUID;

/**
 * One case's part of a notice.
 *
 * @param itemId the case's wish
 * @param contents units it names
 * @param verifiable whether our own look stands behind it
 */
public record Item(UUID caseId, UUID itemId, int cycle, List<UUID> contents, boolean verifiable) {

    public Item {
        contents = List.copyOf(contents);
    }
}
