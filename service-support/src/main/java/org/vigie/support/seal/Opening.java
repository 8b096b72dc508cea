package org.vigie.support.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Opens with a keyset, and with the one that took its place since it was read. */
final class Opening {

    /** Opens bytes with what a keyset makes. */
    interface With<P> {
        byte[] open(P primitive, byte[] ciphertext, byte[] associated) throws GeneralSecurityException;
    }

    private Opening() {}

    static <P> String of(KeysetFile<P> file, SealedUrl sealed, String associated, With<P> with) {
        var known = file.recent();
        try {
            return open(known, sealed, associated, with);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            var newer = known.keys().readable().contains(sealed.keyId()) ? null : file.newerThan(known);
            try {
                if (newer != null) {
                    return open(newer, sealed, associated, with);
                }
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                // nor does the new one open it
            }
            throw new SealBroken(sealed.keyId());
        }
    }

    private static <P> String open(KeysetFile.Read<P> with, SealedUrl sealed, String associated, With<P> how)
            throws GeneralSecurityException {
        var ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        return new String(how.open(with.primitive(), ciphertext, associated.getBytes(UTF_8)), UTF_8);
    }
}
