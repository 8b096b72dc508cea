package org.vigie.metrics.publication;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.MeasureGroups;

/**
 * The numbers of a publication, with small counts left out and percentiles of few hidden.
 *
 * @param verifiedDetections since the beginning of the data: sightings carry no time
 * @param total every case-cycle of the period
 * @param named providers with enough targetings, most first
 * @param apart providers that stand outside the named table, and why
 * @param types every provider, pooled by type
 * @param stages by maturation stage
 * @param categories by category of the content
 * @param countries by country of the first provider told
 */
public record Figures(
        long verifiedDetections,
        Figure total,
        List<Named> named,
        List<Apart> apart,
        List<Group> types,
        List<Group> stages,
        List<Group> categories,
        List<Group> countries) {

    public Figures {
        // Those frozen before these were measured have none.
        categories = categories == null ? List.of() : List.copyOf(categories);
        countries = countries == null ? List.of() : List.copyOf(countries);
        named = List.copyOf(named);
        apart = List.copyOf(apart);
        types = List.copyOf(types);
        stages = List.copyOf(stages);
    }

    /**
     * A provider in the role it was written to in.
     *
     * @param type the provider's type; absent where none is known, and in publications frozen before it was kept
     */
    public record Named(
            UUID providerId,
            String name,
            Role role,
            @Nullable Role type,
            @Nullable String country,
            Figure figure) {

        /** The row of the types that this one is part of. */
        String group() {
            return type == null ? MeasureGroups.UNKNOWN : type.name();
        }

        Named with(Figure other) {
            return new Named(providerId, name, role, type, country, other);
        }
    }

    /** A provider whose numbers stand apart. */
    public record Apart(String name, String reason) {}

    /**
     * A type or a stage.
     *
     * @param curve empty where percentiles are hidden
     */
    public record Group(String group, Figure figure, List<Point> curve) {
        public Group {
            curve = List.copyOf(curve);
        }
    }

    /** The share still there after so many hours, with its interval where there is one. */
    public record Point(
            int hours,
            double still,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
