package org.vigie.support.reseal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.vigie.support.seal.KeyIds;
import org.vigie.support.seal.Keysets;

/** For {@code ./vigie keys}: which keys this service has read, and which seal what its store holds. Names, no keys. */
@WebEndpoint(id = "keys")
public final class KeysEndpoint {

    private final Keysets keysets;
    private final ResealingPass pass;

    KeysEndpoint(Keysets keysets, ResealingPass pass) {
        this.keysets = keysets;
        this.pass = pass;
    }

    /**
     * What is known of keys.
     *
     * @param keysets by name, as this process has read them
     * @param complete whether the texts were counted since the keysets changed last
     * @param looked documents looked at since then
     * @param documents about how many there are
     * @param texts by key, how many texts it seals
     */
    public record Answer(
            Map<String, KeyIds> keysets, boolean complete, long looked, long documents, Map<String, Long> texts) {}

    /** As things stand now. */
    @ReadOperation
    public Answer keys() {
        var read = new TreeMap<String, KeyIds>();
        keysets.opened().forEach((name, keyset) -> read.put(name, keyset.keys()));
        var state = pass.state();
        return state == null
                ? new Answer(read, false, 0, 0, Map.of())
                : new Answer(
                        read,
                        state.isDone() && state.keys().equals(pass.keys()),
                        state.looked(),
                        state.documents(),
                        new TreeMap<>(state.counts()));
    }
}
