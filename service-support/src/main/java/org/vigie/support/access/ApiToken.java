package org.vigie.support.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import org.vigie.support.settings.OwnerOnlyFiles;
import org.vigie.support.settings.VigieSettings;

/** The bearer token of an evaluation: the one given, or one that is made once and kept in the data directory. */
final class ApiToken {

    private static final int RANDOM_BYTES = 32;

    private ApiToken() {}

    static String of(AccessProperties access, VigieSettings settings) {
        var given = access.apiToken();
        return given == null ? kept(settings) : given;
    }

    private static String kept(VigieSettings settings) {
        var file = settings.data().resolve("token");
        OwnerOnlyFiles.locked("VIGIE_DATA", settings.data(), () -> {
            if (Files.notExists(file)) {
                var random = new byte[RANDOM_BYTES];
                new SecureRandom().nextBytes(random);
                OwnerOnlyFiles.write(
                        file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
        });
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
