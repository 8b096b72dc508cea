package org.vigie.metrics.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How many there are at each whole hour. Exact, adds up, and takes back what was added; two histograms with the same
 * content are equal whatever the order it came in. Not safe for threads.
 */
public final class HourHistogram {

    private static final int[] NOTHING = {};

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
        if (other.size == 0) {
            return;
        }
        var merged = new HourHistogram();
        merged.hours = new int[size + other.size];
        merged.counts = new int[size + other.size];
        var i = 0;
        var j = 0;
        while (i < size || j < other.size) {
            var mine = i < size && (j == other.size || hours[i] <= other.hours[j]);
            var both = mine && j < other.size && hours[i] == other.hours[j];
            merged.hours[merged.size] = mine ? hours[i] : other.hours[j];
            merged.counts[merged.size] =
                    both ? Math.addExact(counts[i], other.counts[j]) : mine ? counts[i] : other.counts[j];
            merged.size++;
            i += mine ? 1 : 0;
            j += mine && !both ? 0 : 1;
        }
        hours = merged.hours;
        counts = merged.counts;
        size = merged.size;
        total += other.total;
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

    /** Writes how many hours there are, then the steps between them, each with its count. */
    public void write(Packer packer) {
        packer.add(size);
        var before = 0;
        for (int i = 0; i < size; i++) {
            packer.add(hours[i] - before).add(counts[i]);
            before = hours[i];
        }
    }

    /** Reads what {@link #write} wrote. */
    public static HourHistogram read(Unpacker unpacker) {
        var histogram = new HourHistogram();
        histogram.size = unpacker.nextInt();
        if (histogram.size == 0) {
            return histogram;
        }
        histogram.hours = new int[histogram.size];
        histogram.counts = new int[histogram.size];
        var before = 0;
        for (int i = 0; i < histogram.size; i++) {
            before += unpacker.nextInt();
            histogram.hours[i] = before;
            histogram.counts[i] = unpacker.nextInt();
            histogram.total += histogram.counts[i];
        }
        return histogram;
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
                && total == that.total
                && Arrays.equals(hours, 0, size, that.hours, 0, that.size)
                && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
    }

    @Override
    public int hashCode() {
        return 31 * size + Long.hashCode(total);
    }

    @Override
    public String toString() {
        return "HourHistogram[%d at %d hours]".formatted(total, size);
    }
}
