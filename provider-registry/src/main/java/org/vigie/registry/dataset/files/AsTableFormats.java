package org.vigie.registry.dataset.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableFile;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.Edition;

/** Reads a table in any form we know, told apart by how the file begins and ends. */
final class AsTableFormats {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int VERSION_BYTES = 6;

    private AsTableFormats() {}

    static AsTable read(Path file, Care care) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            var isCompact = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            if (isCompact) {
                return AsTableFile.read(in);
            }
            return String.valueOf(file.getFileName()).endsWith(".mmdb")
                    ? MmdbAsTable.read(file)
                    : csv(in, dated(file), care);
        }
    }

    /** The version is made of the content, so that it is the same on every machine. */
    private static AsTable csv(BufferedInputStream in, LocalDate dated, Care care) throws IOException {
        var digest = sha256();
        var reader = new AsTableReader(care);
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (var csv = new BufferedReader(new InputStreamReader(new DigestInputStream(in, digest), strict))) {
            reader.add(csv);
        } catch (CharacterCodingException _) {
            throw new BrokenDataSet("it is no UTF-8");
        }
        var version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        return reader.table(new Edition(version, dated, "the operator's own"));
    }

    static LocalDate dated(Path file) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
