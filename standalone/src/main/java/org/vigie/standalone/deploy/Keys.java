package org.vigie.standalone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.KeysetDirectory;
import org.vigie.support.seal.Keysets;

/** Every keyset is there, can be opened, and can be read by the containers' user and nobody else. */
final class Keys {

    private static final String AREA = "keys";
    private static final int USER = 10_001;

    private Keys() {}

    static List<Finding> check(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of(Finding.missing(AREA, "VIGIE_KEYS names no directory"));
        }
        var missing = new ArrayList<Finding>();
        if (EvaluationKeys.madeHere(directory)) {
            missing.add(
                    Finding.missing(AREA, "they were made by an evaluation (MADE-FOR-EVALUATION lies beside them)"));
        }
        keysets(directory)
                .forEach((name, open) -> check(directory.resolve(name + ".json"), open)
                        .forEach(what -> missing.add(Finding.missing(AREA, name + ".json " + what))));
        return missing.isEmpty() ? List.of(Finding.fine(AREA, "every keyset, for user " + USER + " alone")) : missing;
    }

    private static Map<String, Runnable> keysets(Path directory) {
        var keysets = new Keysets(directory);
        var all = new TreeMap<String, Runnable>(Map.of(
                "inbound-private", keysets::inboundOpener,
                "inbound-public", keysets::inboundSeal,
                "location", keysets::location,
                "index", keysets::index));
        KeysetDirectory.SERVICES.forEach(service -> all.put("store-" + service, () -> keysets.store(service)));
        return all;
    }

    private static List<String> check(Path file, Runnable open) {
        if (!Files.isRegularFile(file)) {
            return List.of("is not there");
        }
        var wrong = new ArrayList<String>();
        try {
            open.run();
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException _) {
            wrong.add("cannot be opened");
        }
        try {
            if (!Objects.equals(Files.getAttribute(file, "unix:uid"), USER)) {
                wrong.add("does not belong to user " + USER);
            }
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!rights.endsWith("------")) {
                wrong.add("can be read by others");
            }
        } catch (IOException | UnsupportedOperationException _) {
            wrong.add("has no owner that can be looked at");
        }
        return wrong;
    }
}
