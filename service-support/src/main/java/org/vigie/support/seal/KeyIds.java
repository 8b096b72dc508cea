package org.vigie.support.seal;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of a keyset by the names that stand beside what they sealed, never the keys themselves.
 *
 * @param primary seals what is sealed now
 * @param readable every key that opens something, the primary among them
 */
public record KeyIds(String primary, List<String> readable) {

    static KeyIds of(String name, KeysetHandle keyset) {
        return new KeyIds(
                id(name, keyset.getPrimary()),
                IntStream.range(0, keyset.size())
                        .mapToObj(keyset::getAt)
                        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                        .map(entry -> id(name, entry))
                        .toList());
    }

    static String id(String name, KeysetHandle.Entry entry) {
        return name + "-" + Integer.toUnsignedString(entry.getId());
    }
}
