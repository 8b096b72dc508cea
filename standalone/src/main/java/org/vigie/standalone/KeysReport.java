package org.vigie.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.KeyIds;
import org.vigie.support.seal.KeysetDirectory;

/** How the keysets are, in lines: {@code ok} or {@code WRONG}, and for each key what needs it. */
final class KeysReport {

    private static final Duration OLD = Duration.ofDays(400);
    private static final String INDEX = "index";

    private final Path directory;
    private final KeysetDirectory files;
    private final KeyUse use;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();
    private boolean fine = true;

    KeysReport(Path directory, KeysetDirectory files, KeyUse use, InstantSource clock) {
        this.directory = directory;
        this.files = files;
        this.use = use;
        this.now = clock.instant();
        write();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Nothing is missing, readable by others, old or unknown to a service; old keys that are needed are no fault. */
    boolean isFine() {
        return fine;
    }

    private void write() {
        if (EvaluationKeys.madeHere(directory)) {
            lines.add("an evaluation made these keysets; production refuses them");
        }
        use.services().forEach((service, answer) -> {
            if (answer.isEmpty()) {
                wrong(service, "does not answer");
            }
        });
        if (use.topics() == null) {
            wrong("Kafka", "does not answer");
        }
        KeysetDirectory.names().forEach(this::keyset);
    }

    private void keyset(String name) {
        KeyIds keys;
        try {
            keys = files.keys(name);
        } catch (RuntimeException _) {
            wrong(name, "is missing, damaged or not readable");
            return;
        }
        var faults = faults(name, keys);
        faults.forEach(fault -> wrong(name, fault));
        if (faults.isEmpty()) {
            lines.add("ok     " + name);
        }
        keys.readable().forEach(key -> lines.add("         " + key + ": " + state(name, keys, key)));
    }

    private List<String> faults(String name, KeyIds keys) {
        var file = directory.resolve(name + ".json");
        var faults = new ArrayList<String>();
        try {
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!rights.endsWith("------")) {
                faults.add("can be read by others than " + Files.getOwner(file).getName() + " (" + rights + ")");
            }
            var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            if (!name.equals(INDEX) && age.compareTo(OLD) > 0) {
                faults.add("was rotated last " + age.toDays() + " days ago, or never");
            }
        } catch (IOException | UnsupportedOperationException _) {
            faults.add("has no owner that can be looked at");
        }
        use.without(name, keys.primary()).stream()
                .filter(use::answers)
                .forEach(service -> faults.add("is older in " + service + ", which has not read the key that seals"));
        return faults;
    }

    private String state(String name, KeyIds keys, String key) {
        var count = use.counts().getOrDefault(key, 0L);
        if (keys.primary().equals(key)) {
            return "seals" + (name.equals(INDEX) ? ", for ever" : ", " + count + " texts and records so far");
        }
        var newer = keys.readable().indexOf(key) > keys.readable().indexOf(keys.primary());
        if (newer) {
            return "does not seal yet; vigie keys rotate " + name + " goes on";
        }
        var reasons = use.reasonsToKeep(name, key);
        return reasons.isEmpty() ? "nothing needs it" : "stays: " + String.join("; ", reasons);
    }

    private void wrong(String what, String how) {
        fine = false;
        lines.add("WRONG  " + what + " " + how);
    }
}
