package org.vigie.support.seal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.settings.OwnerOnlyFiles;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;

/** The keysets' directory, made by an evaluation and only found by production. */
@Configuration(proxyBeanMethods = false)
public class SealConfiguration {

    @Bean
    Keysets keysets(VigieSettings settings) {
        var directory = settings.keysDirectory();
        if (settings.mode() == Mode.EVALUATION) {
            // Where the keysets lie in it, it is the data directory that cannot be written.
            OwnerOnlyFiles.locked("VIGIE_DATA", settings.data(), () -> {});
            EvaluationKeys.makeMissing(directory, KeysetDirectory.SERVICES);
        } else if (EvaluationKeys.madeHere(directory)) {
            throw new IllegalArgumentException(
                    "VIGIE_KEYS: production refuses keysets that an evaluation made: " + directory);
        }
        return new Keysets(directory);
    }
}
