package org.vigie.standalone;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** The MongoDB, or what stands in for it, that keeps the services' documents. */
interface Store extends AutoCloseable {

    /** Connection string to a database; may hold a password. */
    String uri(String database);

    /** A client of it, which whoever asked for it closes. */
    default MongoClient client(MongoClientSettings settings, MongoDriverInformation information) {
        return MongoClients.create(settings, information);
    }

    /** Where and what it is, for the person at the keyboard; without secrets. */
    String description();

    @Override
    void close();
}
