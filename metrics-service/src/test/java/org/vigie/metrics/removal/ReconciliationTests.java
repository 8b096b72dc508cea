package org.vigie.metrics.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Category;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.ActedBy;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.ledger.PackedCells;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.testing.MutableClock;

/** Counted one by one, counted anew, and computed by DuckDB from what is stored: the same numbers. */
class ReconciliationTests {

    private static final int TARGETINGS = 4_000;
    private static final Role[] ROLES = {Role.HOST, Role.CDN};
    private static final End[] ENDS = {End.OPEN, End.REMOVED, End.MOVED, End.VOID};
    private static final long HOUR = 3_600_000;

    /** The rank rule and the definitions once more, in another language. */
    private static final String TABLE = """
            WITH counted AS (
              SELECT *, greatest(1, (removed_at - handed_over_at - held_ms + 3599999) // 3600000) AS hours
              FROM lifecycles WHERE ending <> 'VOID'),
            marked AS (
              SELECT *, CASE WHEN acted_role IS NULL THEN NULL WHEN acted_provider IS NULL THEN acted_role = role
                ELSE acted_provider = provider END AS own, content_token IS NOT NULL AND EXISTS (
                SELECT 1 FROM counted AS earlier
                WHERE earlier.provider = counted.provider AND earlier.content_token = counted.content_token
                  AND (earlier.removal_case, earlier.cycle) <> (counted.removal_case, counted.cycle)
                  AND earlier.handed_over_at < counted.handed_over_at) AS repeated
              FROM counted),
            contents AS (
              SELECT provider, content_token, max(handed_over_at) > min(removed_at) AS again
              FROM counted WHERE content_token IS NOT NULL GROUP BY ALL),
            distinct_contents AS (
              SELECT provider, role, count(*) AS identified, count(*) FILTER (again) AS again
              FROM (SELECT DISTINCT provider, role, content_token FROM counted) JOIN contents
              USING (provider, content_token) GROUP BY ALL),
            sorted AS (
              SELECT provider, role, list_sort(list(hours)) AS hours
              FROM marked WHERE ending = 'REMOVED' GROUP BY ALL)
            SELECT provider, role, count(*) AS targeted, sum(notices) AS notices, sum(bounces) AS bounces,
              count(*) FILTER (ending = 'REMOVED') AS removed, count(*) FILTER (ending = 'OPEN') AS still_open,
              any_value(sorted.hours[(len(sorted.hours) * 50 + 99) // 100]) AS p50,
              any_value(sorted.hours[(len(sorted.hours) * 90 + 99) // 100]) AS p90,
              count(*) FILTER (repeated) AS repeats, count(content_token) AS identified,
              any_value(d.again) AS again, any_value(d.identified) AS distinct_identified,
              count(*) FILTER (ending = 'REMOVED' AND own) AS own_action,
              count(*) FILTER (ending = 'REMOVED' AND NOT own) AS acted_by_other,
              count(*) FILTER (ending = 'REMOVED' AND own IS NULL) AS not_known,
              count(*) FILTER (ending = 'REMOVED' AND acted_role = 'CDN') AS acted_in_role
            FROM marked LEFT JOIN sorted USING (provider, role) LEFT JOIN distinct_contents AS d USING (provider, role)
            GROUP BY provider, role ORDER BY provider, role
            """;

    private final MemorySnapshots<TargetingSnapshot> stored =
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version);
    private final Bookkeeping bookkeeping = new Bookkeeping(
            stored,
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            MutableClock.at("2027-01-01T00:00:00Z"));
    private final MeasureProviders measureProviders =
            new MeasureProviders(bookkeeping, new Providers(new MemoryProviderCopies(), bookkeeping));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20210608})
    void countedOneByOneAnewAndByDuckDb(long seed) throws SQLException {
        var random = new Random(seed);
        inBatches(log(random), random);
        var incremental = rows();
        var bytes = bookkeeping.read(PackedCells::of);

        bookkeeping.rebuild();

        assertThat(bookkeeping.read(PackedCells::of)).isEqualTo(bytes);
        assertThat(rows()).isEqualTo(incremental);
        assertThat(byDuckDb()).isEqualTo(incremental);
        assertThat(incremental)
                .hasSize(8)
                .allMatch(row -> row.repeats() > 0 && row.again() > 0 && row.actedByOther() > 0 && row.ownAction() > 0);
    }

    @Test
    void aCrashAndAReplayOfAnyPartChangeNothing() {
        var random = new Random(7);
        var log = log(random);
        inBatches(log, random);
        var bytes = bookkeeping.read(PackedCells::of);
        for (int crash = 0; crash < 5; crash++) {
            bookkeeping.rebuild();
            var from = random.nextInt(log.size());
            inBatches(log.subList(from, Math.min(log.size(), from + 3_000)), random);
        }

        assertThat(bookkeeping.read(PackedCells::of)).isEqualTo(bytes);
    }

    /** What both sides say of a provider and role; hours 0 if nothing was removed. */
    private record Row(
            String provider,
            String role,
            long targeted,
            long notices,
            long bounces,
            long removed,
            long open,
            long p50,
            long p90,
            long repeats,
            long identified,
            long again,
            long distinct,
            long ownAction,
            long actedByOther,
            long notKnown,
            long actedAsCdn) {}

    private void inBatches(List<TargetingSnapshot> log, Random random) {
        for (int from = 0; from < log.size(); ) {
            var to = Math.min(log.size(), from + 1 + random.nextInt(500));
            bookkeeping.targetings(log.subList(from, to));
            if (random.nextInt(5) == 0) {
                bookkeeping.read(Ledger::cells);
            }
            from = to;
        }
    }

    /** Versions in any order, some missing, some twice; deliveries name up to five images at one instant. */
    private static List<TargetingSnapshot> log(Random random) {
        var log = new ArrayList<TargetingSnapshot>();
        for (int i = 0; i < TARGETINGS; ) {
            var handover = Events.at(random.nextInt(6_000));
            var provider = Events.id("P" + random.nextInt(4));
            var role = ROLES[random.nextInt(2)];
            for (int image = random.nextInt(5); image >= 0; image--, i++) {
                versions(i, provider, role, handover, random).forEach(log::add);
            }
        }
        Collections.shuffle(log, random);
        return log;
    }

    private static List<TargetingSnapshot> versions(int i, UUID provider, Role role, long handover, Random random) {
        var removalCase = "case" + random.nextInt(TARGETINGS / 2);
        var token = random.nextInt(10) == 0 ? null : "h" + random.nextInt(TARGETINGS / 3);
        var held = random.nextInt(10) == 0 ? random.nextLong(10 * HOUR) : 0;
        var versions = new ArrayList<TargetingSnapshot>();
        for (int version = 1; version <= 3; version++) {
            var end = version < 3 ? End.OPEN : random.nextInt(10) < 7 ? End.REMOVED : ENDS[random.nextInt(4)];
            var ended = handover + random.nextLong(1_000 * HOUR);
            versions.add(new TargetingSnapshot(
                    Events.id("targeting" + i),
                    version,
                    Events.id(removalCase),
                    Events.id("content" + token),
                    1 + i % 2,
                    provider,
                    role,
                    ContentKind.MEDIA,
                    Category.CSAM,
                    version == 1 ? Maturation.UNDETERMINED : Maturation.PREPUBESCENT,
                    version == 1 ? null : token,
                    handover,
                    handover,
                    null,
                    null,
                    end == End.REMOVED ? ended : null,
                    end == End.MOVED ? ended : null,
                    false,
                    held,
                    version,
                    version == 3 ? random.nextInt(2) : 0,
                    end,
                    end == End.REMOVED ? actedBy(provider, random) : null,
                    null,
                    List.of()));
        }
        if (random.nextInt(3) == 0) {
            versions.remove(random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            versions.add(versions.get(random.nextInt(versions.size())));
        }
        return versions;
    }

    private static @Nullable ActedBy actedBy(UUID provider, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new ActedBy(Role.HOST, provider, Confidence.MEDIUM);
            case 2 -> new ActedBy(Role.CDN, Events.id("P" + random.nextInt(4)), Confidence.LOW);
            default -> new ActedBy(ROLES[random.nextInt(2)], null, Confidence.HIGH);
        };
    }

    private List<Row> rows() {
        return measureProviders.table(Selection.EVERYTHING).rows().stream()
                .map(row -> {
                    var indicators = row.indicators();
                    var removed = indicators.report().removed();
                    return new Row(
                            row.addressed().provider().toString(),
                            row.addressed().role().name(),
                            indicators.cell().targeted(),
                            indicators.cell().noticesSent(),
                            indicators.cell().bounces(),
                            removed.total(),
                            indicators.report().openFor().total(),
                            removed.percentile(50).orElse(0),
                            removed.percentile(90).orElse(0),
                            indicators.recidivismA().part(),
                            indicators.recidivismA().of(),
                            indicators.recidivismB().part(),
                            indicators.recidivismB().of(),
                            indicators.cell().removedByOwn(),
                            indicators.cell().removedByOther(),
                            removed.total()
                                    - indicators.cell().removedByOwn()
                                    - indicators.cell().removedByOther(),
                            indicators.cell().removedBy(Role.CDN));
                })
                .sorted(Comparator.comparing(Row::provider).thenComparing(Row::role))
                .toList();
    }

    private List<Row> byDuckDb() throws SQLException {
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                var statement = duckDb.createStatement()) {
            statement.execute("CREATE TABLE lifecycles (provider VARCHAR, role VARCHAR, removal_case VARCHAR,"
                    + " cycle INTEGER, content_token VARCHAR, ending VARCHAR, handed_over_at BIGINT,"
                    + " removed_at BIGINT, held_ms BIGINT, notices INTEGER, bounces INTEGER,"
                    + " acted_role VARCHAR, acted_provider VARCHAR)");
            try (var insert = duckDb.prepareStatement("INSERT INTO lifecycles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
                duckDb.setAutoCommit(false);
                stored.forEach(snapshot -> insert(insert, snapshot));
                insert.executeBatch();
                duckDb.commit();
            }
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery(TABLE)) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getString(1),
                            result.getString(2),
                            result.getLong(3),
                            result.getLong(4),
                            result.getLong(5),
                            result.getLong(6),
                            result.getLong(7),
                            result.getLong(8),
                            result.getLong(9),
                            result.getLong(10),
                            result.getLong(11),
                            result.getLong(12),
                            result.getLong(13),
                            result.getLong(14),
                            result.getLong(15),
                            result.getLong(16),
                            result.getLong(17)));
                }
            }
            return rows;
        }
    }

    private static void insert(PreparedStatement insert, TargetingSnapshot snapshot) {
        try {
            insert.setString(1, snapshot.providerId().toString());
            insert.setString(2, snapshot.role().name());
            insert.setString(3, snapshot.caseId().toString());
            insert.setInt(4, snapshot.cycle());
            insert.setString(5, snapshot.contentToken());
            insert.setString(6, snapshot.end().name());
            insert.setLong(7, snapshot.handedOverAt());
            insert.setObject(8, snapshot.removedAt());
            insert.setLong(9, snapshot.heldMs());
            insert.setInt(10, snapshot.noticesSent());
            insert.setInt(11, snapshot.bounces());
            var acted = snapshot.actedBy();
            insert.setString(12, acted == null ? null : acted.role().name());
            insert.setString(
                    13,
                    acted == null || acted.providerId() == null
                            ? null
                            : acted.providerId().toString());
            insert.addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
