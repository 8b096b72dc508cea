package org.vigie.testing;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import org.vigie.store.EmbeddedStore;

/** The one MongoDB server of this test JVM. */
public final class TestMongo {

    private static final Pattern URI = Pattern.compile("(?<server>[a-z+]+://[^/?]+)(/[^?]*)?(?<options>\\?.*)?");

    private static final Queue<String> UNSERVED = new ConcurrentLinkedQueue<>();

    private TestMongo() {}

    /** Connection string to a database; the first call starts the server. */
    public static String uri(String database) {
        return withDatabase(Shared.URI, database);
    }

    /**
     * Queries so far that no index served, as collection and names of fields; those for everything left out. Only the
     * server in this JVM tells.
     */
    static List<String> unserved() {
        return List.copyOf(UNSERVED);
    }

    private static void note(String collection, Document query) {
        if (!query.isEmpty()) {
            UNSERVED.add(collection + " " + query.keySet());
        }
    }

    /** A database name that nothing else uses. */
    public static String newDatabase() {
        return "test-" + UUID.randomUUID();
    }

    /** The same server and options with another database. */
    static String withDatabase(String uri, String database) {
        var parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("VIGIE_MONGO_URI is not a MongoDB connection string");
        }
        var options = parts.group("options");
        return parts.group("server") + "/" + database + (options == null ? "" : options);
    }

    private static String start() {
        return switch (ServerChoice.mongo()) {
            case ServerChoice.Named(var address) -> address;
            case ServerChoice.Container(var image) -> startContainer(image);
            case ServerChoice.InThisJvm() -> startInThisJvm();
        };
    }

    @SuppressWarnings("resource") // until the JVM ends
    private static String startInThisJvm() {
        var store = EmbeddedStore.inMemory(TestMongo::note);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "test-mongo-stop"));
        return store.uri("");
    }

    @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends
    private static String startContainer(String image) {
        var container = new MongoDBContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("mongo"));
        container.start();
        return container.getConnectionString();
    }

    private static final class Shared {
        static final String URI = start();
    }
}
