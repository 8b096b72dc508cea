package org.vigie.support.seal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.support.settings.OwnerOnlyFiles;

/** Makes the keysets of an evaluation at its first start, and marks the directory so that production refuses it. */
public final class EvaluationKeys {

    /** Present in a directory of keysets that an evaluation made for itself. */
    static final String MARKER = "MADE-FOR-EVALUATION";

    private EvaluationKeys() {}

    /** Whether the keysets of the directory were made by an evaluation. */
    public static boolean madeHere(Path directory) {
        return Files.exists(directory.resolve(MARKER));
    }

    /**
     * Makes what is missing, for every service; what is there stays. Services that start together may call it together:
     * it is one at a time on the whole machine.
     */
    public static void makeMissing(Path directory, List<String> services) {
        var keysets = new KeysetDirectory(directory);
        OwnerOnlyFiles.locked("VIGIE_KEYS", directory, () -> {
            if (!keysets.missing(services).isEmpty()) {
                OwnerOnlyFiles.write(directory.resolve(MARKER), "Made by an evaluation of Vigie for itself.\n");
            }
            keysets.makeMissing(services);
        });
    }
}
