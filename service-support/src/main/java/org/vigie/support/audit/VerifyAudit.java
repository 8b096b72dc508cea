package org.vigie.support.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds what was changed in a record after it was written, and where. */
public final class VerifyAudit {

    private VerifyAudit() {}

    /**
     * What came of it.
     *
     * @param record the name of its key
     * @param found each fault, with its place; none if the record is as it was written up to its last checkpoint
     */
    public record Verdict(String record, long entries, int checkpoints, List<String> found) {}

    /**
     * Verifies every record in a directory.
     *
     * @param checkpoints the directory of their checkpoints; a copy that whoever could change the record could not
     *     change says the most
     * @param trusted the only keys that count; each record's own if there are none
     */
    public static List<Verdict> records(Path directory, Path checkpoints, List<NoteKey> trusted) throws IOException {
        var all = new ArrayList<Verdict>();
        var seen = new HashSet<Path>();
        for (var key : keys(directory)) {
            var files = new AuditFiles(key.record(), checkpoints);
            all.add(new RecordCheck(key.known(), isTrusted(key.known(), trusted)).of(files));
            seen.add(checkpoints.resolve(key.known().name()));
        }
        for (var signed : directoriesOfCheckpoints(checkpoints)) {
            if (!seen.contains(signed)) {
                all.add(new Verdict(
                        checkpoints.relativize(signed).toString(),
                        0,
                        0,
                        List.of("gone: only its checkpoints are left")));
            }
        }
        return all;
    }

    /**
     * What a proof proves.
     *
     * @param known the keys that count
     * @return the entry
     * @throws IllegalArgumentException saying why it proves nothing
     */
    public static String proof(String text, List<NoteKey> known) {
        var receipt = Receipt.read(text);
        var key = known.stream()
                .filter(one -> one.name().equals(receipt.origin()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signed by none of the keys at hand"));
        receipt.check(key);
        return receipt.line();
    }

    /** The keys of the records in a directory, which verify what they signed. */
    public static List<NoteKey> known(Path directory) throws IOException {
        return keys(directory).stream().map(RecordKey::known).toList();
    }

    private record RecordKey(Path record, NoteKey known) {}

    private static List<RecordKey> keys(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> records = Files.list(directory)) {
            var keys = new ArrayList<RecordKey>();
            for (var record : records.filter(Files::isDirectory).sorted().toList()) {
                keys.add(new RecordKey(record, new AuditFiles(record, record).known()));
            }
            return keys;
        }
    }

    private static boolean isTrusted(NoteKey key, List<NoteKey> trusted) {
        return trusted.isEmpty() || trusted.contains(key);
    }

    private static List<Path> directoriesOfCheckpoints(Path checkpoints) throws IOException {
        if (Files.notExists(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(checkpoints)) {
            return all.filter(Files::isRegularFile)
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
