package org.vigie.standalone;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** MongoDB's protocol served from this JVM over one file: for evaluation, where no MongoDB is at hand. */
record StandIn(MongoServer server, InetSocketAddress address, String keeps) implements Store {

    private static final String IN_A_FILE =
            "what was answered survives kill -9 but not a power cut, and it grows slow with size";
    private static final String IN_MEMORY = "in memory only: everything is lost when it stops";

    /** Opens the store in {@code file}, making it if need be, on a loopback port of its own. */
    static StandIn open(Path file) {
        var server = new MongoServer(DurableBackend.open(file));
        return new StandIn(server, bind(server), IN_A_FILE);
    }

    /** Opens the store in this JVM's memory. */
    static StandIn inMemory() {
        var server = new MongoServer(new PassingBackend());
        return new StandIn(server, bind(server), IN_MEMORY);
    }

    private static InetSocketAddress bind(MongoServer server) {
        server.bind("127.0.0.1", 0);
        return server.getLocalAddress();
    }

    @Override
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + address.getPort() + "/" + database;
    }

    @Override
    public String description() {
        return "127.0.0.1:" + address.getPort()
                + " a stand-in inside this process, for evaluation, "
                + keeps
                + " (VIGIE_MONGOD or VIGIE_MONGO_URI for a real one)";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
