package org.vigie.sandbox.story;

import java.util.List;
import java.util.stream.IntStream;

/** Who and what a seed's tales are made of. */
record Scene(long seed, Cast cast, Places places) {

    Scene(long seed, Cast cast) {
        this(seed, cast, new Places());
    }

    Part part(String reference) {
        return new Part(this, reference, new Chance(seed, reference));
    }

    /** Parts of the same kind, numbered from 1; a single one bears the kind's name. */
    List<Part> times(String kind, int number) {
        if (number == 1) {
            return List.of(part(kind));
        }
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> part(kind + "-" + i))
                .toList();
    }
}
