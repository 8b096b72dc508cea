package org.vigie.notice.removal;

import java.util.List;
import java.util.UUID;

/**
 * What a notice named of one case.
 *
 * @param cycle in which the case asked for it
 * @param contents by the names that the units had then
 */
public record Named(int cycle, List<UUID> contents) {

    public Named {
        contents = List.copyOf(contents);
    }
}
