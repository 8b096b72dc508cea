package org.vigie.metrics.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Decision;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.Ledger;

/** What came back, counted in any order and with repeats, and computed by DuckDB from the snapshots: the same. */
class AnswersReconciliationTests {

    private static final int TARGETINGS = 2_000;
    private static final Code[] CODES = Code.values();
    private static final Ground[] GROUNDS = {Ground.AGE, Ground.LEGALITY, Ground.TECHNICAL};
    private static final Decision[] DECISIONS = {Decision.UPHELD, Decision.OVERTURNED};
    private static final String KNOWN = "FROM targetings WHERE measured AND NOT void";
    private static final String HOURS = """
            SELECT greatest(1, (min(said_at) - any_value(handed_over) + 3599999) // 3600000) AS hours
            FROM targetings JOIN answers USING (id)
            WHERE measured AND NOT void AND answers.code <> 'UNPARSED' GROUP BY id""";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areTheSameNumbersHoweverTheyAreCounted(long seed) throws SQLException {
        var random = new Random(seed);
        var last = IntStream.range(0, TARGETINGS)
                .mapToObj(i -> targeting(i, 2, random))
                .toList();
        var all = new ArrayList<>(last);
        IntStream.range(0, TARGETINGS / 2).forEach(i -> all.add(targeting(i, 1, random)));
        all.addAll(last.subList(0, TARGETINGS / 3));
        Collections.shuffle(all, random);

        var inAnyOrder = counted(all);

        assertThat(inAnyOrder).isEqualTo(counted(last));
        assertThat(numbers(inAnyOrder)).isEqualTo(byDuckDb(last));
    }

    private static AnswerCounts counted(List<TargetingSnapshot> snapshots) {
        var ledger = new Ledger();
        snapshots.forEach(ledger::fold);
        return ledger.sums().values().iterator().next().answers();
    }

    private static TargetingSnapshot targeting(int i, int version, Random random) {
        var targeting = Targeting.of("case" + i, "content" + i, "P", i / 7.0);
        var ends = random.nextInt(5) == 0 ? targeting.ended(End.VOID, i + 1) : targeting.notices(1 + random.nextInt(3));
        var later = version == 1 ? ends : ends.notices(1 + random.nextInt(3));
        return Events.answered(later.snapshot(), answers(i / 7.0, random));
    }

    private static @Nullable Answers answers(double from, Random random) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        var first = new ArrayList<Answer>();
        for (int left = random.nextInt(4); left > 0; left--) {
            var code = CODES[random.nextInt(CODES.length)];
            first.add(new Answer(code, random.nextBoolean(), Events.at(from + random.nextDouble() * 200)));
        }
        var disputes = new ArrayList<Dispute>();
        for (int left = random.nextInt(3); left > 0; left--) {
            var ground = GROUNDS[random.nextInt(GROUNDS.length)];
            var decision = random.nextBoolean() ? null : DECISIONS[random.nextInt(DECISIONS.length)];
            var at = Events.at(from + 1);
            disputes.add(new Dispute(ground, at, decision == null ? null : Long.valueOf(at + 1), decision));
        }
        return new Answers(first, random.nextInt(2), disputes);
    }

    private static List<Long> numbers(AnswerCounts counts) {
        var numbers = new ArrayList<Long>();
        numbers.add(counts.measured());
        numbers.add(counts.noticesSent());
        numbers.add(counts.complaints());
        numbers.add(counts.acknowledged().total());
        numbers.add((long) counts.acknowledged().percentile(50).orElse(0));
        numbers.add((long) counts.acknowledged().percentile(90).orElse(0));
        for (var code : Code.values()) {
            numbers.add(counts.said(code));
            numbers.add(counts.proven(code));
        }
        for (var ground : Ground.values()) {
            for (var standing : Standing.values()) {
                numbers.add(counts.disputes(ground, standing));
            }
        }
        return numbers;
    }

    private static List<Long> byDuckDb(List<TargetingSnapshot> snapshots) throws SQLException {
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            fill(duckDb, snapshots);
            var numbers = new ArrayList<Long>();
            numbers.add(number(duckDb, "SELECT count(*) " + KNOWN));
            numbers.add(number(duckDb, "SELECT coalesce(sum(notices), 0) " + KNOWN));
            numbers.add(number(duckDb, "SELECT coalesce(sum(complaints), 0) " + KNOWN));
            numbers.add(number(duckDb, "SELECT count(*) FROM (" + HOURS + ")"));
            for (var percent : List.of(50, 90)) {
                numbers.add(number(duckDb, """
                        SELECT hours FROM (SELECT hours, row_number() OVER (ORDER BY hours) AS rank,
                          count(*) OVER () AS n FROM (%s)) WHERE rank = (n * %d + 99) // 100""".formatted(HOURS, percent)));
            }
            for (var code : Code.values()) {
                var said =
                        "SELECT count(DISTINCT id) FROM targetings JOIN answers USING (id) WHERE measured AND NOT void"
                                + " AND code = '" + code + "'";
                numbers.add(number(duckDb, said));
                numbers.add(number(duckDb, said + " AND NOT unproven"));
            }
            for (var ground : Ground.values()) {
                for (var standing : Standing.values()) {
                    numbers.add(number(
                            duckDb,
                            "SELECT count(*) FROM disputes WHERE ground = '%s' AND standing = '%s'"
                                    .formatted(ground, standing)));
                }
            }
            return numbers;
        }
    }

    private static void fill(Connection duckDb, List<TargetingSnapshot> snapshots) throws SQLException {
        try (var statement = duckDb.createStatement()) {
            statement.execute("CREATE TABLE targetings (id VARCHAR, handed_over BIGINT, void BOOLEAN, measured BOOLEAN,"
                    + " notices BIGINT, complaints BIGINT)");
            statement.execute("CREATE TABLE answers (id VARCHAR, code VARCHAR, unproven BOOLEAN, said_at BIGINT)");
            statement.execute("CREATE TABLE disputes (id VARCHAR, ground VARCHAR, standing VARCHAR)");
            duckDb.setAutoCommit(false);
            for (var one : snapshots) {
                var answers = one.answers();
                statement.execute("INSERT INTO targetings VALUES ('%s', %d, %b, %b, %d, %d)"
                        .formatted(
                                one.targetingId(),
                                one.handedOverAt(),
                                one.end() == End.VOID,
                                answers != null,
                                one.noticesSent(),
                                answers == null ? 0 : answers.complaints()));
                if (answers != null) {
                    for (var answer : answers.first()) {
                        statement.execute("INSERT INTO answers VALUES ('%s', '%s', %b, %d)"
                                .formatted(one.targetingId(), answer.code(), answer.unproven(), answer.at()));
                    }
                    for (var dispute : answers.disputes()) {
                        var standing = dispute.decision() == null ? "UNDECIDED" : dispute.decision();
                        statement.execute("INSERT INTO disputes VALUES ('%s', '%s', '%s')"
                                .formatted(one.targetingId(), dispute.ground(), standing));
                    }
                }
            }
            duckDb.commit();
        }
    }

    private static long number(Connection duckDb, String query) throws SQLException {
        try (var statement = duckDb.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
