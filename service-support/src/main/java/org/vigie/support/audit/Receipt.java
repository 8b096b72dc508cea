package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That a line is in a record, for whoever has the record's key and nothing else (c2sp.org/tlog-proof).
 *
 * @param line the entry itself, which is the extra data of the proof
 * @param index its place in the record, from 0
 * @param path what is beside the way from it to the root
 * @param checkpoint what the tree came to with it, signed
 */
public record Receipt(String line, long index, List<Hash> path, String checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int HEAD = 3;

    /** As it is given away, in a file of its own. */
    public String text() {
        var extra = Base64.getEncoder().encodeToString(line.getBytes(UTF_8));
        var hashes = path.stream().map(hash -> hash.text() + "\n").collect(Collectors.joining());
        return FIRST + "\n" + EXTRA + extra + "\n" + INDEX + index + "\n" + hashes + "\n" + checkpoint;
    }

    /** @throws IllegalArgumentException if the text is no proof */
    static Receipt read(String text) {
        var end = text.indexOf("\n\n");
        var lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (lines.length < HEAD
                || !lines[0].equals(FIRST)
                || !lines[1].startsWith(EXTRA)
                || !lines[2].startsWith(INDEX)) {
            throw new IllegalArgumentException("not a proof: expected " + FIRST);
        }
        return new Receipt(
                new String(Base64.getDecoder().decode(lines[1].substring(EXTRA.length())), UTF_8),
                Long.parseLong(lines[2].substring(INDEX.length())),
                Arrays.stream(lines).skip(HEAD).map(Hash::new).toList(),
                text.substring(end + 2));
    }

    /** The name of the record that it says it is from; nobody has verified that. */
    String origin() {
        return checkpoint.lines().findFirst().orElse("");
    }

    /**
     * Checks that the line is at its place in the tree that the key signed.
     *
     * @throws IllegalArgumentException saying what does not fit
     */
    void check(NoteKey key) {
        var signed = Checkpoint.read(checkpoint, key);
        var leaf = Tree.leaf(line.getBytes(UTF_8));
        if (!Tree.root(leaf, index, signed.size(), path).equals(signed.root())) {
            throw new IllegalArgumentException("the entry is not the one that was signed");
        }
    }

    /** Leaves the entry out. */
    @Override
    public String toString() {
        return "Receipt[%d]".formatted(index);
    }
}
