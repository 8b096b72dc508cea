package org.vigie.metrics.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;
import org.vigie.metrics.statistics.WholeHours;

/**
 * Counts of what came back, which add up as those of {@link Cell} do. Of targetings whose answers are not known nothing
 * is counted, not even that there were none.
 */
public final class AnswerCounts {

    /** What became of a dispute. */
    public enum Standing {
        UNDECIDED,
        UPHELD,
        OVERTURNED
    }

    private static final int CODES = Code.values().length;
    private static final int GROUNDS = Ground.values().length;
    private static final int STANDINGS = Standing.values().length;
    private static final int MEASURED = 0;
    private static final int NOTICES = 1;
    private static final int COMPLAINTS = 2;
    private static final int SAID = 3;
    private static final int PROVEN = SAID + CODES;
    private static final int DISPUTES = PROVEN + CODES;
    private static final int NUMBERS = DISPUTES + GROUNDS * STANDINGS;

    private final long[] numbers;
    private final HourHistogram acknowledged;

    AnswerCounts() {
        this(new long[NUMBERS], new HourHistogram());
    }

    private AnswerCounts(long[] numbers, HourHistogram acknowledged) {
        this.numbers = numbers;
        this.acknowledged = acknowledged;
    }

    /** Counts a targeting that is not void, or takes it back with a change of -1; its disputes are counted apart. */
    void count(Lifecycle lifecycle, int change) {
        var answers = lifecycle.answers();
        if (answers == null) {
            return;
        }
        numbers[MEASURED] += change;
        numbers[NOTICES] += (long) change * lifecycle.noticesSent();
        numbers[COMPLAINTS] += (long) change * Math.min(answers.complaints(), lifecycle.noticesSent());
        codes(answers, false).forEach(code -> numbers[SAID + Codes.of(code)] += change);
        codes(answers, true).forEach(code -> numbers[PROVEN + Codes.of(code)] += change);
        AnswersAsOf.acknowledgedAt(answers)
                .ifPresent(at -> acknowledged.add(WholeHours.ofEnded(at - lifecycle.handedOverAt()), change));
    }

    private static EnumSet<Code> codes(Answers answers, boolean provenOnly) {
        var codes = EnumSet.noneOf(Code.class);
        answers.first().stream()
                .filter(answer -> !provenOnly || !answer.unproven())
                .forEach(answer -> codes.add(answer.code()));
        return codes;
    }

    /** Counts the disputes of a targeting, void or not: one that was overturned made it void. */
    void countDisputes(Lifecycle lifecycle, int change) {
        var answers = lifecycle.answers();
        if (answers != null) {
            answers.disputes().forEach(dispute -> numbers[index(dispute.ground(), standing(dispute))] += change);
        }
    }

    private static Standing standing(Dispute dispute) {
        var decision = dispute.decision();
        if (decision == null) {
            return Standing.UNDECIDED;
        }
        return switch (decision) {
            case UPHELD -> Standing.UPHELD;
            case OVERTURNED -> Standing.OVERTURNED;
            case UNKNOWN -> Standing.UNDECIDED;
        };
    }

    private static int index(Ground ground, Standing standing) {
        return DISPUTES + Codes.of(ground) * STANDINGS + Codes.of(standing);
    }

    void write(Packer packer) {
        var last = NUMBERS;
        while (last > 0 && numbers[last - 1] == 0) {
            last--;
        }
        packer.add(last);
        for (int i = 0; i < last; i++) {
            packer.add(numbers[i]);
        }
        acknowledged.write(packer);
    }

    static AnswerCounts read(Unpacker unpacker) {
        var numbers = new long[NUMBERS];
        var last = unpacker.nextInt();
        for (int i = 0; i < last; i++) {
            numbers[i] = unpacker.next();
        }
        return new AnswerCounts(numbers, HourHistogram.read(unpacker));
    }

    void addAll(AnswerCounts other) {
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] += other.numbers[i];
        }
        acknowledged.addAll(other.acknowledged);
    }

    /** Whether anything is known: otherwise there is no number, and not 0. */
    public boolean isMeasured() {
        return Arrays.stream(numbers).anyMatch(number -> number != 0);
    }

    /** Targetings whose answers are known. */
    public long measured() {
        return numbers[MEASURED];
    }

    /** Notices counted in them. */
    public long noticesSent() {
        return numbers[NOTICES];
    }

    /** Of those notices, about how many a feedback report came. */
    public long complaints() {
        return numbers[COMPLAINTS];
    }

    /** Hours from the first handover to the first answer that could be understood. */
    public HourHistogram acknowledged() {
        return acknowledged;
    }

    /** Targetings of which it was said at least once. */
    public long said(Code code) {
        return numbers[SAID + Codes.of(code)];
    }

    /** Of those, where it is shown that the provider said it. */
    public long proven(Code code) {
        return numbers[PROVEN + Codes.of(code)];
    }

    /** Disputes, each in each targeting that it is about, void ones included. */
    public long disputes(Ground ground, Standing standing) {
        return numbers[index(ground, standing)];
    }

    /** All disputes on the ground, whatever became of them. */
    public long disputes(Ground ground) {
        return Arrays.stream(Standing.values())
                .mapToLong(standing -> disputes(ground, standing))
                .sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerCounts that
                && Arrays.equals(numbers, that.numbers)
                && acknowledged.equals(that.acknowledged);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "AnswerCounts[measured=%d]".formatted(measured());
    }
}
