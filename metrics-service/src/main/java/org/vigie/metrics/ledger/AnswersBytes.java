package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Decision;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/** What came back to targetings, by row, in a few bytes. Most have nothing, and take nothing of their own. */
final class AnswersBytes {

    private static final Code[] CODES = Code.values();
    private static final Ground[] GROUNDS = Ground.values();
    private static final Decision[] DECISIONS = Decision.values();
    private static final byte[] UNKNOWN = {};
    private static final byte[] NOTHING = {0};
    private static final Answers NONE = new Answers(List.of(), 0, List.of());

    private final Written rows = new Written();

    @Nullable
    Answers get(int row) {
        var written = rows.get(row);
        if (written == null || written.length == 0) {
            return null;
        }
        return written.length == 1 ? NONE : read(new Unpacker(written));
    }

    void set(int row, @Nullable Answers answers) {
        if (answers != null) {
            rows.set(row, answers.equals(NONE) ? NOTHING : write(answers));
        } else if (rows.get(row) != null) {
            rows.set(row, UNKNOWN);
        }
    }

    private static byte[] write(Answers answers) {
        var packer = new Packer().add(answers.complaints()).add(answers.first().size());
        for (var answer : answers.first()) {
            packer.add(2L * Codes.of(answer.code()) + (answer.unproven() ? 1 : 0))
                    .add(answer.at());
        }
        for (var dispute : answers.disputes()) {
            var decidedAt = dispute.decidedAt();
            var decision = dispute.decision();
            packer.add(Codes.of(dispute.ground())).add(dispute.since());
            packer.add(decidedAt == null ? 0 : decidedAt + 1);
            packer.add(decision == null ? 0 : Codes.of(decision) + 1);
        }
        return packer.toBytes();
    }

    private static Answers read(Unpacker unpacker) {
        var complaints = unpacker.nextInt();
        var first = new ArrayList<Answer>();
        for (int left = unpacker.nextInt(); left > 0; left--) {
            var code = unpacker.nextInt();
            first.add(new Answer(CODES[code / 2], code % 2 == 1, unpacker.next()));
        }
        var disputes = new ArrayList<Dispute>();
        while (unpacker.hasMore()) {
            var ground = GROUNDS[unpacker.nextInt()];
            var since = unpacker.next();
            var decidedAt = unpacker.next();
            var decision = unpacker.nextInt();
            disputes.add(new Dispute(
                    ground,
                    since,
                    decidedAt == 0 ? null : Long.valueOf(decidedAt - 1),
                    decision == 0 ? null : DECISIONS[decision - 1]));
        }
        return new Answers(first, complaints, disputes);
    }
}
