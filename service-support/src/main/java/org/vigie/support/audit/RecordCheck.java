package org.vigie.support.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.support.audit.VerifyAudit.Verdict;
import org.vigie.support.events.EventJson;
import tools.jackson.core.JacksonException;

/** Reads one record once, beside what was signed of it. */
final class RecordCheck {

    private final NoteKey key;
    private final List<String> found = new ArrayList<>();
    private final TreeMap<Long, Hash> signed = new TreeMap<>();
    private Tree tree = Tree.EMPTY;
    private Hash before = Hash.of();
    private Instant latest = Instant.MIN;
    private long good;

    RecordCheck(NoteKey key, boolean trusted) {
        this.key = key;
        if (!trusted) {
            found.add("the key beside the record is not the one to trust");
        }
    }

    Verdict of(AuditFiles files) throws IOException {
        var kept = files.kept(key.name());
        kept.forEach(this::signature);
        if (Files.exists(files.entries())) {
            try (var lines = files.wholeLines()) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    entry(line);
                }
            }
        }
        signed.tailMap(tree.size(), false)
                .keySet()
                .forEach(size ->
                        found.add("cut: the record ends after entry %d, and a checkpoint was signed after entry %d"
                                .formatted(tree.size() - 1, size - 1)));
        return new Verdict(key.name(), tree.size(), kept.size(), List.copyOf(found));
    }

    private void signature(Path file) {
        try {
            var checkpoint = Checkpoint.read(Files.readString(file), key);
            var other = signed.putIfAbsent(checkpoint.size(), checkpoint.root());
            if (other != null && !other.equals(checkpoint.root())) {
                found.add("checkpoint %s: another one was signed after as many entries: the record was put back"
                        .formatted(file.getFileName()));
            }
        } catch (IllegalArgumentException | IOException e) {
            found.add("checkpoint %s: %s".formatted(file.getFileName(), e.getMessage()));
        }
    }

    private void entry(byte[] line) {
        var at = tree.size();
        tree = tree.with(Tree.leaf(line));
        try {
            var entry = EventJson.MAPPER.readValue(line, AuditEntry.class);
            var fault = fault(entry, at);
            if (fault != null) {
                found.add("entry %d: %s".formatted(at, fault));
            }
            latest = entry.at();
            unsigned(entry, at);
        } catch (JacksonException _) {
            found.add("entry %d: cannot be read".formatted(at));
        }
        before = Hash.of(line);
        signedHere();
    }

    /** Each line names its place and the line before it, and is no older. */
    private @Nullable String fault(AuditEntry entry, long at) {
        if (entry.seq() != at) {
            return "says that it is entry %d: entries are missing, were added or change places here"
                    .formatted(entry.seq());
        }
        if (!entry.prev().equals(before.text())) {
            return "follows another entry than the one before it";
        }
        return entry.at().isBefore(latest) ? "says that it is older than the one before it" : null;
    }

    private void unsigned(AuditEntry entry, long at) {
        if (entry.what().equals(AuditRecord.CHECKPOINT) && !signed.containsKey(at + 1)) {
            found.add("entry %d: the checkpoint that was signed after it is not there".formatted(at));
        }
    }

    private void signedHere() {
        var root = signed.get(tree.size());
        if (root == null) {
            return;
        }
        if (root.equals(tree.root())) {
            good = tree.size();
        } else {
            found.add("changed: entries %d to %d are not those that were signed".formatted(good, tree.size() - 1));
        }
    }
}
