package org.vigie.support.store;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * An index of this service's store. Every one a service needs is a bean; they are made before the first record is read.
 *
 * @param neededFor which query or which promise needs it
 */
public record StoreIndex(Class<?> documentClass, IndexDefinition definition, String neededFor) {

    /** By the fields in their order, each ascending. */
    public static StoreIndex by(Class<?> documentClass, String neededFor, String... fields) {
        var index = new Index();
        for (var field : fields) {
            index.on(field, Sort.Direction.ASC);
        }
        return new StoreIndex(documentClass, index, neededFor);
    }
}
