package org.vigie.registry.chain.persistence;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.chain.PendingResolutions;
import org.vigie.registry.chain.PendingResolutionsContract;

@RegistryTest
class MongoPendingResolutionsTests implements PendingResolutionsContract {

    private final PendingResolutions pending;

    MongoPendingResolutionsTests(@Autowired MongoOperations mongo) {
        this.pending = new MongoPendingResolutions(mongo);
    }

    @Override
    public PendingResolutions pending() {
        return pending;
    }
}
