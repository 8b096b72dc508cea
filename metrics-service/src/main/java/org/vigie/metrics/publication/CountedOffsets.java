package org.vigie.metrics.publication;

import java.util.Map;

/** Up to where the topics are counted. */
public interface CountedOffsets {

    /**
     * The next offset of each partition that was read, by {@code topic/partition}: every record before it is counted,
     * and some behind it may be.
     *
     * @throws IllegalStateException if nobody can tell now; asking again may help
     */
    Map<String, Long> now();
}
