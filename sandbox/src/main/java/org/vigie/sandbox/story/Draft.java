package org.vigie.sandbox.story;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A tale that is placed but not yet told. */
record Draft(long seed, String reference, Site site, List<Sighting> sightings) {

    Draft seenAt(Instant due, String sha256) {
        return each(seen ->
                new Sighting(seen.key(), due, sha256, seen.kind(), seen.maturation(), seen.verified(), seen.held()));
    }

    Draft anArchive() {
        return each(seen -> new Sighting(
                seen.key(),
                seen.due(),
                seen.sha256(),
                Sighting.Kind.ARCHIVE,
                seen.maturation(),
                seen.verified(),
                seen.held()));
    }

    Draft unverified() {
        return each(seen -> new Sighting(
                seen.key(), seen.due(), seen.sha256(), seen.kind(), seen.maturation(), false, seen.held()));
    }

    Draft held() {
        return each(seen -> new Sighting(
                seen.key(), seen.due(), seen.sha256(), seen.kind(), seen.maturation(), seen.verified(), true));
    }

    /** Several images at the one URL, reported together. */
    Draft withImages(int number) {
        var seen = sightings.getFirst();
        return new Draft(
                seed,
                reference,
                site,
                IntStream.rangeClosed(1, number)
                        .mapToObj(i -> new Sighting(
                                seen.key() + "/" + i,
                                seen.due(),
                                new Chance(seed, reference + "/image/" + i).sha256(),
                                seen.kind(),
                                seen.maturation(),
                                seen.verified(),
                                seen.held()))
                        .toList());
    }

    Tale tale(Script script, Ending ending, Reaction... reactions) {
        return new Tale(reference, script, site, sightings, ending, List.of(reactions));
    }

    private Draft each(UnaryOperator<Sighting> change) {
        return new Draft(seed, reference, site, sightings.stream().map(change).toList());
    }
}
