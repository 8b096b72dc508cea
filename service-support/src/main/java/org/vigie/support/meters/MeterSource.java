package org.vigie.support.meters;

/** Something that is measured when Prometheus asks. */
public interface MeterSource {

    /** Says how things stand. What cannot be read now may throw: its series are then missing, the others are not. */
    void measure(Readings into);
}
