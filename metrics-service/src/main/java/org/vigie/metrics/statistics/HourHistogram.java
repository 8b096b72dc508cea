package org.vigie.metrics.statistics;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How many there are at each whole hour. Exact, adds up, and takes back what was added; two histograms with the same
 * content are equal whatever the order it came in. Not safe for threads.
 */
public final class HourHistogram {

    private static final int[] NOTHING = {};
    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;

    private int[] hours = NOTHING;
    private int[] counts = NOTHING;
    private int size;
    private long total;

    /** A histogram of the given hours, each once. */
    public static HourHistogram of(int... hours) {
        var histogram = new HourHistogram();
        for (var hour : hours) {
            histogram.add(hour, 1);
        }
        return histogram;
    }

    /**
     * Adds to an hour, or takes back with a negative change.
     *
     * @throws IllegalStateException if more is taken back than was added
     */
    public void add(int hour, int change) {
        var at = Arrays.binarySearch(hours, 0, size, hour);
        var count = (at < 0 ? 0 : counts[at]) + change;
        if (count < 0) {
            throw new IllegalStateException("more taken back than was counted at hour " + hour);
        }
        if (at >= 0 && count == 0) {
            remove(at);
        } else if (at >= 0) {
            counts[at] = count;
        } else if (count > 0) {
            insert(-at - 1, hour, count);
        }
        total += change;
    }

    /** Adds everything that is in the other one. */
    public void addAll(HourHistogram other) {
        for (int i = 0; i < other.size; i++) {
            add(other.hours[i], other.counts[i]);
        }
    }

    /** How many there are in all. */
    public long total() {
        return total;
    }

    /** How many different hours there are. */
    public int size() {
        return size;
    }

    /** The i-th hour, ascending from 0. */
    public int hour(int i) {
        return hours[i];
    }

    /** How many there are at the i-th hour. */
    public int count(int i) {
        return counts[i];
    }

    /** How many there are up to and including the hour. */
    public long upTo(int hour) {
        long sum = 0;
        for (int i = 0; i < size && hours[i] <= hour; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /**
     * The nearest rank: the hour at rank ceil(percent / 100 × n), counted from 1.
     *
     * @return empty if there are none
     */
    public OptionalInt percentile(int percent) {
        var rank = Math.ceilDiv(percent * total, 100L);
        long passed = 0;
        for (int i = 0; i < size; i++) {
            passed += counts[i];
            if (passed >= rank) {
                return OptionalInt.of(hours[i]);
            }
        }
        return OptionalInt.empty();
    }

    /** Steps between hours and counts in seven-bit groups, low first: a few bytes for each hour. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream(2 * size);
        var before = 0;
        for (int i = 0; i < size; i++) {
            write(hours[i] - before, bytes);
            write(counts[i], bytes);
            before = hours[i];
        }
        return bytes.toByteArray();
    }

    private static void write(int number, ByteArrayOutputStream bytes) {
        var left = number;
        while ((left & ~PAYLOAD) != 0) {
            bytes.write((left & PAYLOAD) | MORE);
            left >>>= 7;
        }
        bytes.write(left);
    }

    private void insert(int at, int hour, int count) {
        if (size == hours.length) {
            var room = size + Math.max(2, size / 4);
            hours = Arrays.copyOf(hours, room);
            counts = Arrays.copyOf(counts, room);
        }
        System.arraycopy(hours, at, hours, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        hours[at] = hour;
        counts[at] = count;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(hours, at + 1, hours, at, size - at - 1);
        System.arraycopy(counts, at + 1, counts, at, size - at - 1);
        size--;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HourHistogram that
                && Arrays.equals(hours, 0, size, that.hours, 0, that.size)
                && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "HourHistogram[%d at %d hours]".formatted(total, size);
    }
}
