package org.vigie.metrics.ledger;

/** When which case had each content at each provider sighted; 16 bytes for each, chained by history. */
final class SightedAt {

    private final IntColumn first = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final IntColumn cases = new IntColumn();
    private final LongColumn times = new LongColumn();
    private int size;
    /** Chained as well: those that were forgotten. */
    private int free;

    /** Adds an instant in epoch milliseconds. */
    void add(int history, int caseNumber, long at) {
        var one = free;
        if (one == 0) {
            one = ++size;
        } else {
            free = next.get(one);
        }
        cases.set(one, caseNumber);
        times.set(one, at);
        next.set(one, first.get(history));
        first.set(history, one);
    }

    /** Forgets what a case told of the history. */
    void forget(int history, int caseNumber) {
        var before = 0;
        for (int one = first.get(history); one != 0; ) {
            var after = next.get(one);
            if (cases.get(one) != caseNumber) {
                before = one;
            } else {
                if (before == 0) {
                    first.set(history, after);
                } else {
                    next.set(before, after);
                }
                next.set(one, free);
                free = one;
            }
            one = after;
        }
    }

    /** The last one at or before an instant, the beginning of time if there is none. */
    long last(int history, long upTo) {
        var last = Long.MIN_VALUE;
        for (int one = first.get(history); one != 0; one = next.get(one)) {
            var at = times.get(one);
            last = at <= upTo ? Math.max(last, at) : last;
        }
        return last;
    }

    /** Whether a case told of the history. */
    boolean tells(int history, int caseNumber) {
        for (int one = first.get(history); one != 0; one = next.get(one)) {
            if (cases.get(one) == caseNumber) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty(int history) {
        return first.get(history) == 0;
    }
}
