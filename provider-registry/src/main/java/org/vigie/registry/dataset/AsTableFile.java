package org.vigie.registry.dataset;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * A table as one compact file: columns of gaps, lengths and AS numbers, the names beside them, deflated with a checksum
 * over all of it (gzip, RFC 1952). The same table gives the same bytes.
 */
public final class AsTableFile {

    private static final long MAGIC = 0x56_49_47_49_45_41_53_01L;
    private static final int BUFFER = 1 << 16;

    private AsTableFile() {}

    /** Writes a table with a date. */
    public static void write(AsTable table, LocalDate dated, OutputStream target) throws IOException {
        try (var out = new DataOutputStream(new Best(target))) {
            out.writeLong(MAGIC);
            out.writeUTF(table.edition().version());
            out.writeLong(dated.toEpochDay());
            out.writeUTF(table.edition().attribution());
            table.ipv4().write(out);
            table.ipv6().write(out);
            table.names().write(out);
        }
    }

    /**
     * Reads a table.
     *
     * @throws BrokenDataSet if it is none, cut off, damaged, or not ascending and disjoint
     * @throws IOException if the source cannot be read
     */
    public static AsTable read(InputStream source) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source, BUFFER), BUFFER))) {
            if (in.readLong() != MAGIC) {
                throw new BrokenDataSet("it is no AS table of this version");
            }
            var version = in.readUTF();
            var edition = new Edition(version, LocalDate.ofEpochDay(in.readLong()), in.readUTF());
            var table = new AsTable(edition, Ipv4Ranges.read(in), Ipv6Ranges.read(in), AsNames.read(in));
            if (in.read() >= 0) {
                throw new BrokenDataSet("something follows the table");
            }
            return table;
        } catch (EOFException _) {
            throw new BrokenDataSet("it is cut off");
        } catch (ZipException | ArithmeticException _) {
            throw new BrokenDataSet("it is damaged: its checksum or its form is wrong");
        }
    }

    /** Deflates as far as it goes. */
    private static final class Best extends GZIPOutputStream {

        Best(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
