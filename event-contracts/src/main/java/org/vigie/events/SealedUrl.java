package org.vigie.events;

import jakarta.validation.constraints.Size;

/**
 * Something that only a service holding the named key can read: a URL and what belongs to it.
 *
 * @param keyId names the key, never contains it
 * @param ciphertext Base64, standard alphabet with padding
 */
public record SealedUrl(String keyId, @Size(max = 100_000) String ciphertext) {

    /** Says which key sealed it and nothing of what is sealed. */
    @Override
    public String toString() {
        return "SealedUrl[" + keyId + "]";
    }
}
