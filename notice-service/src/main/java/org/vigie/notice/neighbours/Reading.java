package org.vigie.notice.neighbours;

import java.util.Map;

/**
 * What a meter says, as docs/operations.md describes it.
 *
 * @param name as Prometheus sees it
 */
public record Reading(String name, Map<String, String> labels, double value) {

    public Reading {
        labels = Map.copyOf(labels);
    }

    /** Empty if it has no such label. */
    public String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
