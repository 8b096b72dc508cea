package org.vigie.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.RawBsonDocument;

/**
 * All documents of the services' databases as one stream: for each collection the names of its database and itself,
 * then each document as its length and its BSON, then a length of 0; after the last, an empty name. Indexes are not in
 * it: each service makes its own at its start.
 */
final class Backup {

    private static final int PORTION = 200;
    private static final int LONGEST = 32 << 20; // octets, twice what MongoDB takes

    private final MongoClient client;
    private long documents;

    private Backup(MongoClient client) {
        this.client = client;
    }

    /** Writes everything and closes the stream; how many documents it were. */
    static long write(Store store, OutputStream sealed) throws IOException {
        try (var client = client(store);
                var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(sealed)))) {
            var backup = new Backup(client);
            for (var service : Service.ALL) {
                backup.write(client.getDatabase(service.name()), out);
            }
            out.writeUTF("");
            return backup.documents;
        }
    }

    /**
     * Reads everything into the store; how many documents it were.
     *
     * @throws CannotStart if there is a document already: nothing was read in then
     * @throws IOException if the stream was changed or ends early: what was read in until then is there
     */
    static long read(InputStream opened, Store store) throws IOException {
        try (var client = client(store);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(opened)))) {
            var backup = new Backup(client);
            backup.refuseWhatIsThere();
            for (var database = in.readUTF(); !database.isEmpty(); database = in.readUTF()) {
                backup.read(in, client.getDatabase(database), in.readUTF());
            }
            if (in.read() != -1) {
                throw new IOException("the backup goes on behind its end");
            }
            return backup.documents;
        }
    }

    private static MongoClient client(Store store) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri(Service.NOTICE.name())))
                .build();
        return store.client(settings, MongoDriverInformation.builder().build());
    }

    private void write(MongoDatabase database, DataOutputStream out) throws IOException {
        for (var collection : collections(database)) {
            out.writeUTF(database.getName());
            out.writeUTF(collection);
            try (var all = database.getCollection(collection, RawBsonDocument.class)
                    .find()
                    .iterator()) {
                while (all.hasNext()) {
                    var bson = all.next().getByteBuffer();
                    out.writeInt(bson.remaining());
                    var octets = new byte[bson.remaining()];
                    bson.get(octets);
                    out.write(octets);
                    documents++;
                }
            }
            out.writeInt(0);
        }
    }

    private void read(DataInputStream in, MongoDatabase database, String name) throws IOException {
        var collection = database.getCollection(name, RawBsonDocument.class);
        var portion = new ArrayList<RawBsonDocument>();
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0 || length > LONGEST) {
                throw new IOException("the backup holds what is no document");
            }
            var octets = new byte[length];
            in.readFully(octets);
            portion.add(new RawBsonDocument(octets));
            if (portion.size() == PORTION) {
                collection.insertMany(portion);
                portion.clear();
            }
            documents++;
        }
        if (!portion.isEmpty()) {
            collection.insertMany(portion);
        }
    }

    private void refuseWhatIsThere() {
        for (var service : Service.ALL) {
            var database = client.getDatabase(service.name());
            for (var collection : collections(database)) {
                if (database.getCollection(collection).find().first() != null) {
                    throw new CannotStart("The store is not empty: " + service.name()
                            + " has documents in it. Restore into an empty one.");
                }
            }
        }
    }

    private static List<String> collections(MongoDatabase database) {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.startsWith("system."))
                .sorted()
                .toList();
    }
}
