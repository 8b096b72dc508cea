package org.vigie.support.seal;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The keysets of one directory, one Tink JSON file each. A file is opened when it is asked for and not before, so a
 * service reads only its own: {@code inbound-private}, {@code inbound-public}, {@code location}, {@code index} and
 * {@code store-<service>}.
 */
public final class Keysets {

    /** What the keys of both halves are named after. */
    static final String INBOUND = "inbound";

    static final String INBOUND_PRIVATE = "inbound-private";
    static final String INBOUND_PUBLIC = "inbound-public";
    static final String LOCATION = "location";
    static final String INDEX = "index";
    static final String STORE = "store-";

    private final Path directory;
    private final Map<String, Witness> opened = new ConcurrentHashMap<>();

    public Keysets(Path directory) {
        this.directory = directory;
        startCryptography();
    }

    /** Seals what a producer hands in. */
    public InboundSeal inboundSeal() {
        return new InboundSeal(directory);
    }

    /** Opens what producers handed in; for notice-service only. */
    public InboundOpener inboundOpener() {
        return opened(INBOUND_PRIVATE, _ -> new InboundOpener(directory), InboundOpener.class);
    }

    /** For {@code locations.v1}: notice-service, provider-registry and availability-checker. */
    public Seal location() {
        return seal(LOCATION);
    }

    /** For what one service keeps in its own store. */
    public Seal store(String service) {
        return seal(STORE + service);
    }

    private Seal seal(String name) {
        return opened(name, _ -> new Seal(directory, name), Seal.class);
    }

    private <T extends Witness> T opened(String name, Function<String, T> open, Class<T> type) {
        return type.cast(opened.computeIfAbsent(name, open));
    }

    /** By name, the keysets opened so far without which nothing that is kept, or waits in a topic, can be used. */
    public Map<String, Witness> opened() {
        return Map.copyOf(opened);
    }

    /** For tokens of URLs, hosts and content; for notice-service only. */
    public IndexKey index() {
        return opened(INDEX, _ -> new IndexKey(directory), IndexKey.class);
    }

    /** Registers the primitives used here; doing it twice is doing it once. */
    static void startCryptography() {
        try {
            AeadConfig.register();
            HybridConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cryptography library does not start", e);
        }
    }
}
