package org.vigie.notice.neighbours;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the meters of the services said at one time.
 *
 * @param readings of those that answered
 */
public record Measured(Map<Neighbour, List<Reading>> readings) {

    public Measured {
        readings = Map.copyOf(readings);
    }

    /** Those that did not answer. */
    public Set<Neighbour> silent() {
        var silent = EnumSet.allOf(Neighbour.class);
        silent.removeAll(readings.keySet());
        return silent;
    }

    public boolean answers(Neighbour neighbour) {
        return readings.containsKey(neighbour);
    }

    /** Of any service. */
    public List<Reading> all(String name) {
        return named(name).toList();
    }

    /** Empty if nobody answered who has such a meter. */
    public OptionalDouble largest(String name, Predicate<Reading> which) {
        return named(name).filter(which).mapToDouble(Reading::value).max();
    }

    /** Of one service; empty if it did not answer or has none. */
    public List<Reading> of(Neighbour neighbour, String name) {
        return readings.getOrDefault(neighbour, List.of()).stream()
                .filter(reading -> reading.name().equals(name))
                .toList();
    }

    private Stream<Reading> named(String name) {
        return readings.values().stream()
                .flatMap(List::stream)
                .filter(reading -> reading.name().equals(name));
    }
}
