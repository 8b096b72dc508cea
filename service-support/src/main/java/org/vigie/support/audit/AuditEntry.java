package org.vigie.support.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a record.
 *
 * @param seq its place, from 0
 * @param prev digest of the line before it, of nothing before the first
 * @param who the principal, the partner or the service; never a person's words
 * @param what the operation, such as {@code POST /v1/stop}, or what a service did
 * @param about ids and digests by their names
 */
public record AuditEntry(long seq, String prev, Instant at, String who, String what, Map<String, String> about) {

    public AuditEntry {
        about = Collections.unmodifiableMap(new TreeMap<>(about));
    }

    /** Leaves out who it was. */
    @Override
    public String toString() {
        return "AuditEntry[%d]".formatted(seq);
    }
}
