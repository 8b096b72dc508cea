package org.vigie.support.reseal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.events.SealedUrl;
import org.vigie.support.seal.InboundSeal;
import org.vigie.support.seal.Keysets;

/** Four that store and read what is sealed, as fast as the store answers, and note what fails. */
final class Requests implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int DOCUMENTS = 200;

    private final MongoTemplate mongo;
    private final Keysets keysets;
    private final InboundSeal producer;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final List<Thread> threads;
    private volatile boolean ended;

    Requests(MongoTemplate mongo, Keysets keysets) {
        this.mongo = mongo;
        this.keysets = keysets;
        this.producer = keysets.inboundSeal();
        threads = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> Thread.ofVirtual().start(this::work))
                .toList();
    }

    long done() {
        return done.get();
    }

    void more(int count, Duration patience) {
        var until = done() + count;
        await().atMost(patience).until(() -> done() >= until);
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private void work() {
        while (!ended) {
            try {
                request("d-%03d".formatted(ThreadLocalRandom.current().nextInt(DOCUMENTS)));
            } catch (RuntimeException e) {
                failures.add(e);
            }
            done.incrementAndGet();
        }
    }

    private void request(String id) {
        read(keysets, id);
        var text = "text of " + id;
        mongo.save(
                new Document("_id", id)
                        .append(
                                "store",
                                document(keysets.store("notice-service").seal(text, id)))
                        .append("location", document(keysets.location().seal(text, id))),
                "documents");
        var handedIn = producer.seal(text, id);
        expect(text, keysets.inboundOpener().open(handedIn, id));
    }

    /** With the keysets as somebody else has them. */
    void readAll(Keysets others) {
        close();
        for (var each = 0; each < DOCUMENTS; each++) {
            read(others, "d-%03d".formatted(each));
        }
    }

    private void read(Keysets with, String id) {
        var found = mongo.findById(id, Document.class, "documents");
        if (found != null) {
            var text = "text of " + id;
            expect(text, with.store("notice-service").open(sealed(part(found, "store")), id));
            expect(text, with.location().open(sealed(part(found, "location")), id));
        }
    }

    private static Document part(Document document, String name) {
        return document.get(name, Document.class);
    }

    private static void expect(String text, String opened) {
        if (!text.equals(opened)) {
            throw new IllegalStateException("something else was opened");
        }
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static Document document(SealedUrl sealed) {
        return new Document("keyId", sealed.keyId()).append("ciphertext", sealed.ciphertext());
    }

    static SealedUrl sealed(Document document) {
        return new SealedUrl(document.getString("keyId"), document.getString("ciphertext"));
    }
}
