package org.vigie.metrics.ledger;

/**
 * Distinct contents targeted at a provider in a role.
 *
 * @param all with those that cannot be recognised elsewhere
 * @param identified those that can
 * @param sightedAgain of the identified, those sighted there again after a confirmed removal there
 */
public record DistinctContents(long all, long identified, long sightedAgain) {

    public static final DistinctContents NONE = new DistinctContents(0, 0, 0);

    DistinctContents plus(DistinctContents other) {
        return new DistinctContents(all + other.all, identified + other.identified, sightedAgain + other.sightedAgain);
    }

    DistinctContents minus(DistinctContents other) {
        return new DistinctContents(all - other.all, identified - other.identified, sightedAgain - other.sightedAgain);
    }
}
