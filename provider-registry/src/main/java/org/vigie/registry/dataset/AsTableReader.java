package org.vigie.registry.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a table from CSV: {@code start,end,asn,name} per line, addresses as text, ranges inclusive, ascending and
 * disjoint within each family; the name may be quoted or left out. Blank lines and lines that begin with {@code #} are
 * passed over. The shape of {@code @ip-location-db/asn}.
 */
public final class AsTableReader {

    private static final int FIELDS = 4;
    private static final long LAST_ASN = 4_294_967_295L;

    private record Row4(int start, int end, int asn) {}

    private record Row6(long startHigh, long startLow, long endHigh, long endLow, int asn) {}

    /** What is made of lines that could be read but should not be there. */
    public enum Care {
        /** Numbers nobody may announce with are taken: a sandbox uses them. */
        TRIAL,
        /** Refused with its line. */
        STRICT,
        /** Numbers nobody may announce with are dropped; where two ranges overlap, the one that starts later holds. */
        REPAIR
    }

    private final Care care;
    private final List<Row4> ipv4 = new ArrayList<>();
    private final List<Row6> ipv6 = new ArrayList<>();
    private final TreeMap<Long, String> names = new TreeMap<>();
    private long line;

    private long dropped;
    private long repaired;

    /** A reader that has read nothing yet. */
    public AsTableReader(Care care) {
        this.care = care;
    }

    /**
     * Reads a table as trials use it.
     *
     * @param version tells this edition from another
     * @throws BrokenDataSet if a line cannot be read, or ranges overlap or are not in order
     * @throws IOException if the source cannot be read
     */
    public static AsTable read(BufferedReader csv, String version) throws IOException {
        var reader = new AsTableReader(Care.TRIAL);
        reader.add(csv);
        return reader.table(Edition.ofOperator(version));
    }

    /**
     * Reads to the end; a second source goes on where the first ended.
     *
     * @throws BrokenDataSet if a line cannot be read, or is refused
     * @throws IOException if the source cannot be read
     */
    public void add(BufferedReader csv) throws IOException {
        line = 0;
        for (var text = csv.readLine(); text != null; text = csv.readLine()) {
            line++;
            if (!text.isBlank() && !text.startsWith("#")) {
                add(text);
            }
        }
    }

    /** How many rows with reserved numbers were left out. */
    public long dropped() {
        return dropped;
    }

    /** How many overlaps were mended. */
    public long repaired() {
        return repaired;
    }

    private void add(String text) {
        var fields = text.split(",", FIELDS);
        if (fields.length < FIELDS - 1) {
            throw new BrokenDataSet(line, "expected start,end,asn,name");
        }
        var name = fields.length == FIELDS ? unquoted(fields[3].strip()) : "";
        put(address(fields[0]), address(fields[1]), asn(fields[2]), name);
    }

    /**
     * Adds a range from a source that has no lines; ranges count as lines.
     *
     * @param name blank if there is none
     * @throws BrokenDataSet if it is refused
     */
    public void add(InetAddress start, InetAddress end, long asn, String name) {
        line++;
        put(start, end, asn, name);
    }

    private void put(InetAddress start, InetAddress end, long asn, String name) {
        if (care != Care.TRIAL && AsTableCheck.isReserved(asn)) {
            if (care == Care.STRICT) {
                throw new BrokenDataSet(line, "AS%d is reserved".formatted(asn));
            }
            dropped++;
            return;
        }
        if (start.getAddress().length != end.getAddress().length) {
            throw new BrokenDataSet(line, "start and end are of two families");
        }
        var from = ByteBuffer.wrap(start.getAddress());
        var to = ByteBuffer.wrap(end.getAddress());
        if (from.remaining() == Integer.BYTES) {
            addIpv4(new Row4(from.getInt(), to.getInt(), (int) asn));
        } else {
            addIpv6(new Row6(from.getLong(), from.getLong(), to.getLong(), to.getLong(), (int) asn));
        }
        if (!name.isBlank()) {
            names.putIfAbsent(asn, name);
        }
    }

    private void addIpv4(Row4 row) {
        var before = ipv4.isEmpty() ? null : ipv4.getLast();
        if (Integer.compareUnsigned(row.start(), row.end()) > 0) {
            throw new BrokenDataSet(line, "the range ends before it starts");
        }
        if (before != null && Integer.compareUnsigned(row.start(), before.end()) <= 0) {
            ipv4.set(ipv4.size() - 1, mended(before, row));
        }
        ipv4.add(row);
    }

    /** The earlier range up to where the later one starts, if that ends behind it. */
    private Row4 mended(Row4 before, Row4 row) {
        if (care != Care.REPAIR
                || Integer.compareUnsigned(row.start(), before.start()) <= 0
                || Integer.compareUnsigned(row.end(), before.end()) < 0) {
            throw new BrokenDataSet(line, "the range overlaps the one before it or is out of order");
        }
        repaired++;
        return new Row4(before.start(), row.start() - 1, before.asn());
    }

    private void addIpv6(Row6 row) {
        var before = ipv6.isEmpty() ? null : ipv6.getLast();
        if (Ipv6Ranges.compare(row.startHigh(), row.startLow(), row.endHigh(), row.endLow()) > 0) {
            throw new BrokenDataSet(line, "the range ends before it starts");
        }
        if (before != null
                && Ipv6Ranges.compare(row.startHigh(), row.startLow(), before.endHigh(), before.endLow()) <= 0) {
            throw new BrokenDataSet(line, "the range overlaps the one before it or is out of order");
        }
        ipv6.add(row);
    }

    private InetAddress address(String field) {
        try {
            return InetAddress.ofLiteral(unquoted(field.strip()));
        } catch (IllegalArgumentException _) {
            throw new BrokenDataSet(line, "expected an address");
        }
    }

    private long asn(String field) {
        var text = unquoted(field.strip());
        if (!text.matches("[0-9]{1,10}")
                || new BigInteger(text).compareTo(BigInteger.valueOf(LAST_ASN)) > 0
                || Long.parseLong(text) == 0) {
            throw new BrokenDataSet(line, "expected an AS number");
        }
        return Long.parseLong(text);
    }

    private static String unquoted(String field) {
        return field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }

    /** What was read so far. */
    public AsTable table(Edition edition) {
        return new AsTable(edition, ipv4Ranges(), ipv6Ranges(), AsNames.of(names));
    }

    private Ipv4Ranges ipv4Ranges() {
        return new Ipv4Ranges(
                ipv4.stream().mapToInt(Row4::start).toArray(),
                ipv4.stream().mapToInt(Row4::end).toArray(),
                ipv4.stream().mapToInt(Row4::asn).toArray());
    }

    private Ipv6Ranges ipv6Ranges() {
        return new Ipv6Ranges(
                ipv6.stream().mapToLong(Row6::startHigh).toArray(),
                ipv6.stream().mapToLong(Row6::startLow).toArray(),
                ipv6.stream().mapToLong(Row6::endHigh).toArray(),
                ipv6.stream().mapToLong(Row6::endLow).toArray(),
                ipv6.stream().mapToInt(Row6::asn).toArray());
    }
}
