package org.vigie.support.reseal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.events.provider.ChainSnapshot.Addresses;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.SealBroken;

/**
 * The sealed texts of one stored document, found by their shape: a key's name beside what it sealed, in a document
 * within it, or in the JSON of a copy. Each is sealed for the document's id.
 */
final class SealedTexts {

    private static final List<String> NAMES_OF_KEYS = List.of("keyId", "key_id");
    /** A chain names its key once for both of its texts. */
    private static final List<String> TEXTS = List.of("ciphertext", "seen", "first");

    /** Keysets whose words stand in the store, and that seal nothing else there. */
    private static final Set<String> OTHERS = Set.of("inbound", "index");

    private static final Pattern IN_JSON =
            Pattern.compile("\"key_id\":\"(?<key>[a-z-]+-\\d+)\",\"ciphertext\":\"(?<text>[A-Za-z0-9+/=]+)\"");

    private final Map<String, Seal> seals;
    private final String id;
    private final Map<String, Long> counts = new HashMap<>();

    private SealedTexts(Map<String, Seal> seals, String id) {
        this.seals = seals;
        this.id = id;
    }

    /**
     * What was found in a document.
     *
     * @param changed its fields that have to be stored anew, by name
     * @param counts how many texts each key seals, when that is done
     */
    record Found(Map<String, Object> changed, Map<String, Long> counts) {}

    /** @param seals by name of their keyset; what others sealed is counted and left */
    static Found in(Document document, Map<String, Seal> seals) {
        var texts = new SealedTexts(seals, String.valueOf(document.get("_id")));
        var renewed = texts.renewed(document);
        var changed = renewed.entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), document.get(field.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Objects.requireNonNull(field.getValue())));
        return new Found(changed, texts.counts);
    }

    private @Nullable Object renewedValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Document document -> renewed(document);
            case List<?> list -> list.stream().map(this::renewedValue).toList();
            case String json when json.contains("\"ciphertext\"") -> renewed(json);
            default -> value;
        };
    }

    private Document renewed(Document document) {
        var after = new Document();
        document.forEach((name, value) -> after.append(name, renewedValue(value)));
        NAMES_OF_KEYS.stream()
                .filter(name -> document.get(name) instanceof String)
                .forEach(name -> renew(document, name, after::put));
        return after;
    }

    private void renew(Document document, String nameOfKey, BiConsumer<String, Object> set) {
        for (var text : TEXTS) {
            if (document.get(text) instanceof String ciphertext) {
                var sealed = renewed(new SealedUrl(document.getString(nameOfKey), ciphertext));
                set.accept(text, sealed.ciphertext());
                set.accept(nameOfKey, sealed.keyId());
            }
        }
    }

    private String renewed(String json) {
        return IN_JSON.matcher(json).replaceAll(found -> {
            var sealed = renewed(new SealedUrl(found.group("key"), found.group("text")));
            return "\"key_id\":\"" + sealed.keyId() + "\",\"ciphertext\":\"" + sealed.ciphertext() + "\"";
        });
    }

    private SealedUrl renewed(SealedUrl sealed) {
        var seal = seals.get(keyset(sealed.keyId()));
        if (seal == null && !OTHERS.contains(keyset(sealed.keyId()))) {
            return sealed;
        }
        var after = seal == null || seal.keys().primary().equals(sealed.keyId()) ? sealed : again(seal, sealed);
        counts.merge(after.keyId(), 1L, Long::sum);
        return after;
    }

    /** What cannot be opened stays as it is, and is counted for the key that it names. */
    private SealedUrl again(Seal seal, SealedUrl sealed) {
        for (var associated : List.of(id, id + Addresses.ASSOCIATED)) {
            try {
                return seal.seal(seal.open(sealed, associated), associated);
            } catch (SealBroken _) {
                // sealed for something else
            }
        }
        return sealed;
    }

    private static String keyset(String keyId) {
        return keyId.substring(0, Math.max(0, keyId.lastIndexOf('-')));
    }
}
