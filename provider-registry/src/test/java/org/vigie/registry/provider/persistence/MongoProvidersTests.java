package org.vigie.registry.provider.persistence;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.ProvidersContract;

@RegistryTest
class MongoProvidersTests implements ProvidersContract {

    private final Providers providers;
    private final MongoOperations mongo;

    MongoProvidersTests(@Autowired Providers providers, @Autowired MongoOperations mongo) {
        this.providers = providers;
        this.mongo = mongo;
    }

    @BeforeEach
    void forgetAll() {
        mongo.remove(new Query(), ProviderDocument.class);
    }

    @Override
    public Providers providers() {
        return providers;
    }
}
