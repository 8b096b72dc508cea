package org.vigie.registry.provider.persistence;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.ProvidersContract;

@RegistryTest
class MongoProvidersTests implements ProvidersContract {

    private static final String COLLECTION = "providers";

    private static List<Document> kept = List.of();

    private final Providers providers;
    private final MongoOperations mongo;

    MongoProvidersTests(@Autowired Providers providers, @Autowired MongoOperations mongo) {
        this.providers = providers;
        this.mongo = mongo;
    }

    /** Other tests of this context look for the providers that came with it. */
    @BeforeAll
    static void keepAll(@Autowired MongoOperations mongo) {
        kept = mongo.findAll(Document.class, COLLECTION);
    }

    @AfterAll
    static void putBack(@Autowired MongoOperations mongo) {
        mongo.remove(new Query(), ProviderDocument.class);
        mongo.insert(kept, COLLECTION);
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
