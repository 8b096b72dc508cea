package org.vigie.metrics.publication.persistence;

import com.mongodb.client.MongoClients;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.metrics.publication.Publications;
import org.vigie.metrics.publication.PublicationsContract;
import org.vigie.testing.TestMongo;

class MongoPublicationsTests implements PublicationsContract {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(TestMongo.uri("")), TestMongo.newDatabase());

    @Override
    public Publications publications() {
        return new MongoPublications(mongo);
    }
}
