package org.vigie.registry.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SortedMap;

/** Names of autonomous systems, by AS number in unsigned ascending order, one after the other in one array. */
final class AsNames {

    static final AsNames NONE = new AsNames(new int[0], new int[1], new byte[0]);

    private final int[] asns;
    private final int[] starts;
    private final byte[] text;

    private AsNames(int[] asns, int[] starts, byte[] text) {
        this.asns = asns;
        this.starts = starts;
        this.text = text;
    }

    /** By AS number. */
    static AsNames of(SortedMap<Long, String> names) {
        var asns = new int[names.size()];
        var starts = new int[names.size() + 1];
        var text = new ByteArrayOutputStream();
        int row = 0;
        for (var named : names.entrySet()) {
            asns[row++] = named.getKey().intValue();
            text.writeBytes(named.getValue().getBytes(UTF_8));
            starts[row] = text.size();
        }
        return new AsNames(asns, starts, text.toByteArray());
    }

    /** {@code AS64500} where the table gives no name. */
    String of(int asn) {
        int low = 0;
        int high = asns.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(asns[middle], asn);
            if (order == 0) {
                return new String(text, starts[middle], starts[middle + 1] - starts[middle], UTF_8);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return "AS" + Integer.toUnsignedString(asn);
    }

    /** Gaps between the numbers, lengths of the names, then the names. */
    void write(DataOutputStream out) throws IOException {
        var columns = new ColumnWriter(out);
        columns.number(asns.length);
        long before = 0;
        for (int asn : asns) {
            columns.number(Integer.toUnsignedLong(asn) - before);
            before = Integer.toUnsignedLong(asn);
        }
        for (int i = 0; i < asns.length; i++) {
            columns.number(starts[i + 1] - (long) starts[i]);
        }
        out.write(text);
    }

    static AsNames read(DataInputStream in) throws IOException {
        var columns = new ColumnReader(in);
        int rows = columns.count();
        var asns = new int[rows];
        long asn = 0;
        for (int i = 0; i < rows; i++) {
            asn += columns.number();
            asns[i] = (int) asn;
        }
        var starts = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            starts[i + 1] = Math.addExact(starts[i], Math.toIntExact(columns.number()));
        }
        return new AsNames(asns, starts, in.readNBytes(starts[rows]));
    }
}
