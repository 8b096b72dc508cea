package org.vigie.standalone.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.xerial.snappy.SnappyError;

/** What bytes hold: themselves, their lines joined, and whatever in them is packed, as far as it can be read. */
final class Unpacked {

    private static final int DEEPEST = 3;
    private static final int MOST = 256 << 20;

    private static final Map<String, CompressionType> BEGINNINGS = Map.of(
            bytes("1f8b08"), CompressionType.GZIP,
            bytes("28b52ffd"), CompressionType.ZSTD,
            bytes("04224d18"), CompressionType.LZ4,
            bytes("82534e4150505900"), CompressionType.SNAPPY);

    private Unpacked() {}

    static List<byte[]> of(byte[] bytes) {
        var all = new ArrayList<byte[]>();
        unpack(bytes, DEEPEST, all);
        return all;
    }

    private static void unpack(byte[] bytes, int deep, List<byte[]> all) {
        all.add(bytes);
        var text = new String(bytes, ISO_8859_1);
        // Base64 and quoted-printable break their lines anywhere.
        if (text.indexOf('\n') >= 0) {
            all.add(text.replaceAll("=?\\r?\\n[ \\t]?", "").getBytes(ISO_8859_1));
        }
        if (deep > 0) {
            BEGINNINGS.forEach((beginning, type) -> {
                for (var at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
                    var inside = decompressed(type, bytes, at);
                    if (inside.length > 0) {
                        unpack(inside, deep - 1, all);
                    }
                }
            });
        }
    }

    /** As much as can be read; nothing if these bytes only look like a beginning. */
    private static byte[] decompressed(CompressionType type, byte[] bytes, int at) {
        var read = new ByteArrayOutputStream();
        try (var inside = opened(type, ByteBuffer.wrap(bytes, at, bytes.length - at))) {
            // One by one: what was read before a failure counts.
            for (var octet = inside.read(); octet >= 0 && read.size() < MOST; octet = inside.read()) {
                read.write(octet);
            }
        } catch (IOException | RuntimeException | SnappyError _) {
            // The end of what can be read.
        }
        return read.toByteArray();
    }

    private static InputStream opened(CompressionType type, ByteBuffer packed) {
        return Compression.of(type).build().wrapForInput(packed, RecordBatch.MAGIC_VALUE_V2, BufferSupplier.NO_CACHING);
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }
}
