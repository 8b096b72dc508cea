package org.vigie.metrics.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How many there are at each whole hour. Exact, adds up, and takes back what was added; two histograms with the same
 * content are equal whatever the order it came in. Not safe for threads.
 */
public final class HourHistogram {

    private static final int[] NOTHING = {};
    private static final int FEW = 16;

    private int[] hours = NOTHING;
    private int[] counts = NOTHING;
    private int size;
    private long total;
    /** Hours added that are not in order yet: putting many in order at once costs less. */
    private int[] added = NOTHING;

    private int addedCount;

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
        if (change == 1) {
            addLater(hour);
            return;
        }
        settle();
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
        settle();
        other.settle();
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
        settle();
        return size;
    }

    /** The i-th hour, ascending from 0. */
    public int hour(int i) {
        settle();
        return hours[i];
    }

    /** How many there are at the i-th hour. */
    public int count(int i) {
        settle();
        return counts[i];
    }

    /** How many there are up to and including the hour. */
    public long upTo(int hour) {
        settle();
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
        settle();
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
        settle();
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

    private void addLater(int hour) {
        if (addedCount == added.length && addedCount >= Math.max(FEW, size / 2)) {
            settle();
        }
        if (addedCount == added.length) {
            added = Arrays.copyOf(added, Math.max(4, 2 * addedCount));
        }
        added[addedCount++] = hour;
        total++;
    }

    /** Puts in order what was added. */
    private void settle() {
        if (addedCount == 0) {
            return;
        }
        Arrays.sort(added, 0, addedCount);
        var more = new HourHistogram();
        more.hours = new int[addedCount];
        more.counts = new int[addedCount];
        for (int i = 0; i < addedCount; i++) {
            if (i == 0 || added[i] != added[i - 1]) {
                more.hours[more.size++] = added[i];
            }
            more.counts[more.size - 1]++;
        }
        addedCount = 0; // they are in the total already
        addAll(more);
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
        if (!(other instanceof HourHistogram that)) {
            return false;
        }
        settle();
        that.settle();
        return total == that.total
                && Arrays.equals(hours, 0, size, that.hours, 0, that.size)
                && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
    }

    @Override
    public int hashCode() {
        return 31 * size() + Long.hashCode(total);
    }

    @Override
    public String toString() {
        return "HourHistogram[%d at %d hours]".formatted(total, size());
    }
}
