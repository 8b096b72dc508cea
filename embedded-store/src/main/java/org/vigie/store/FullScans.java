package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;

/** Is called for every query that no index serves. */
@FunctionalInterface
public interface FullScans {

    /**
     * A collection was read whole.
     *
     * @param collection its name after the database's
     * @param query what was asked, with the values; may be secret
     */
    void read(String collection, Document query);
}
