package org.vigie.notice.neighbours;

/** A service of this installation; the first is this one. */
public enum Neighbour {
    NOTICE("notice-service"),
    REGISTRY("provider-registry"),
    CHECKER("availability-checker"),
    METRICS("metrics-service");

    private final String service;

    Neighbour(String service) {
        this.service = service;
    }

    /** What it is called. */
    public String service() {
        return service;
    }
}
