package org.vigie.notice.neighbours;

/** The meters of all services, as Prometheus reads them. */
public interface Meters {

    /** What they say now; a service that does not answer within two seconds is left out. */
    Measured now();

    /** The same of one service alone. */
    Measured now(Neighbour one);
}
