package org.vigie.standalone;

/** The MongoDB, or what stands in for it, that keeps the services' documents. */
interface Store extends AutoCloseable {

    /** Connection string to a database; may hold a password. */
    String uri(String database);

    /** Where and what it is, for the person at the keyboard; without secrets. */
    String description();

    @Override
    void close();
}
