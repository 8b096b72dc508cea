package org.vigie.registry.chain.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.chain.Chains;
import org.vigie.registry.chain.ChainsContract;

@RegistryTest
class MongoChainsTests implements ChainsContract {

    private final Chains chains;
    private final MongoOperations mongo;

    MongoChainsTests(@Autowired Chains chains, @Autowired MongoOperations mongo) {
        this.chains = chains;
        this.mongo = mongo;
    }

    @Override
    public Chains chains() {
        return chains;
    }

    @Test
    void keepsNoAddressThatWasSeenInThePlain() {
        chains.save(ChainsContract.chain(UUID.randomUUID(), true));

        assertThat(mongo.findAll(Document.class, MongoChains.COLLECTION))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.toJson()).doesNotContain("5.6.7.8"));
    }
}
