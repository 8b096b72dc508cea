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

    private final List<Row4> ipv4 = new ArrayList<>();
    private final List<Row6> ipv6 = new ArrayList<>();
    private final TreeMap<Long, String> names = new TreeMap<>();
    private long line;

    private AsTableReader() {}

    /**
     * Reads to the end.
     *
     * @param version tells this edition from another
     * @throws BrokenDataSet if a line cannot be read, or ranges overlap or are not in order
     * @throws IOException if the source cannot be read
     */
    public static AsTable read(BufferedReader csv, String version) throws IOException {
        var reader = new AsTableReader();
        for (var text = csv.readLine(); text != null; text = csv.readLine()) {
            reader.line++;
            if (!text.isBlank() && !text.startsWith("#")) {
                reader.add(text);
            }
        }
        return reader.table(version);
    }

    private void add(String text) {
        var fields = text.split(",", FIELDS);
        if (fields.length < FIELDS - 1) {
            throw new BrokenDataSet(line, "expected start,end,asn,name");
        }
        var start = address(fields[0]);
        var end = address(fields[1]);
        int asn = (int) asn(fields[2]);
        if (start.getAddress().length != end.getAddress().length) {
            throw new BrokenDataSet(line, "start and end are of two families");
        }
        var from = ByteBuffer.wrap(start.getAddress());
        var to = ByteBuffer.wrap(end.getAddress());
        if (from.remaining() == Integer.BYTES) {
            addIpv4(new Row4(from.getInt(), to.getInt(), asn));
        } else {
            addIpv6(new Row6(from.getLong(), from.getLong(), to.getLong(), to.getLong(), asn));
        }
        if (fields.length == FIELDS && !fields[3].isBlank()) {
            names.putIfAbsent(Integer.toUnsignedLong(asn), unquoted(fields[3].strip()));
        }
    }

    private void addIpv4(Row4 row) {
        var before = ipv4.isEmpty() ? null : ipv4.getLast();
        if (Integer.compareUnsigned(row.start(), row.end()) > 0) {
            throw new BrokenDataSet(line, "the range ends before it starts");
        }
        if (before != null && Integer.compareUnsigned(row.start(), before.end()) <= 0) {
            throw new BrokenDataSet(line, "the range overlaps the one before it or is out of order");
        }
        ipv4.add(row);
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

    private AsTable table(String version) {
        return new AsTable(version, ipv4Ranges(), ipv6Ranges(), asNames());
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

    private AsNames asNames() {
        return new AsNames(
                names.keySet().stream().mapToInt(Long::intValue).toArray(),
                names.values().toArray(String[]::new));
    }
}
