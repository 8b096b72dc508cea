package org.vigie.bench.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process has used since it started, or between two such readings.
 *
 * @param cpuMs of the whole process
 * @param byGroup of it, milliseconds by name of the threads without numbers; threads that ended are in no group
 * @param allocated bytes of the heap
 * @param collectingMs wall time of the collector
 * @param requests to the broker, by kind; what it asks itself included
 */
record Usage(double cpuMs, Map<String, Double> byGroup, long allocated, long collectingMs, Map<String, Long> requests) {

    /** Threads that ended, and those which are not the JVM's: the store's own. */
    private static final String OTHERS = "ended or not Java's";

    Usage since(Usage before) {
        var groups = new HashMap<String, Double>();
        byGroup.forEach((group, ms) -> groups.put(group, ms - before.byGroup.getOrDefault(group, 0.0)));
        var asked = new HashMap<String, Long>();
        requests.forEach((kind, count) -> asked.put(kind, count - before.requests.getOrDefault(kind, 0L)));
        return new Usage(
                cpuMs - before.cpuMs, groups, allocated - before.allocated, collectingMs - before.collectingMs, asked);
    }

    /** The groups that took most, in that order, and what is left over. */
    Map<String, Double> largest(int groups) {
        var largest = new LinkedHashMap<String, Double>();
        byGroup.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(groups)
                .forEach(group -> largest.put(group.getKey(), group.getValue()));
        var known = byGroup.values().stream().mapToDouble(Double::doubleValue).sum();
        var shown = largest.values().stream().mapToDouble(Double::doubleValue).sum();
        largest.put("all other groups", known - shown);
        largest.put(OTHERS, cpuMs - known);
        return largest;
    }
}
