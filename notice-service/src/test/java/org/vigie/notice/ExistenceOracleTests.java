package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A partner cannot tell by an answer, or by how long it takes, whether somebody reported the URL before. Known and new
 * URLs come in random order, so whatever else the machine does is no reason for a difference. One in ten thousand runs
 * fails without cause.
 */
@ServiceTest
class ExistenceOracleTests {

    private static final int URLS = Integer.getInteger("vigie.oracle", 100);
    private static final int WARMING = 50;
    private static final int SHARE = 500;
    private static final double CHANCE = 1e-4;

    @Autowired
    private TestWorld world;

    private record Asked(boolean known, String report) {}

    @Test
    void aKnownUrlTakesAsLongAsANewOne() {
        var asked = new ArrayList<Asked>();
        IntStream.range(0, URLS).forEach(number -> {
            var report = aReport();
            partner("hotline-a", number).post("/v1/reports", report);
            asked.add(new Asked(true, report));
            asked.add(new Asked(false, aReport()));
        });
        world.settle();
        Collections.shuffle(asked, new Random(20));
        IntStream.range(0, WARMING)
                .forEach(number -> partner("hotline-b", number).post("/v1/reports", aReport()));
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();

        for (var one : asked) {
            var partner = partner("hotline-c", known.size() + unknown.size());
            var begun = System.nanoTime();
            var answer = partner.post("/v1/reports", one.report());
            (one.known() ? known : unknown).add(System.nanoTime() - begun);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body())
                    .matches("\\{\"report_id\":\"[0-9a-f-]{36}\",\"reference\":\"RP-2026-[0-9]{8}\",\"case_id\":null}");
        }

        var chance = chance(known, unknown);
        System.out.printf("%d known and %d new URLs: Kolmogorov-Smirnov p = %.3f%n", URLS, URLS, chance);
        assertThat(chance).as("that the times are of one distribution").isGreaterThan(CHANCE);
    }

    /** So many that none asks more than its share of a minute. */
    private Asking partner(String name, int number) {
        return world.as(name + number / SHARE, "partner:submit");
    }

    private static String aReport() {
        return verifiedReport("http://" + someHost() + "/o", someHash());
    }

    /** Kolmogorov-Smirnov for two samples of one size, asymptotically (Smirnov 1948). */
    private static double chance(List<Long> one, List<Long> other) {
        var sorted = one.stream().sorted().toList();
        var sortedOther = other.stream().sorted().toList();
        var distance = 0.0;
        for (int i = 0, j = 0; i < sorted.size() && j < sortedOther.size(); ) {
            var at = Math.min(sorted.get(i), sortedOther.get(j));
            while (i < sorted.size() && sorted.get(i) <= at) {
                i++;
            }
            while (j < sortedOther.size() && sortedOther.get(j) <= at) {
                j++;
            }
            distance = Math.max(distance, Math.abs(i - j) / (double) sorted.size());
        }
        var scaled = distance * Math.sqrt(sorted.size() / 2.0);
        return Math.clamp(
                2
                        * IntStream.rangeClosed(1, 100)
                                .mapToDouble(k -> (k % 2 == 0 ? -1 : 1) * Math.exp(-2.0 * k * k * scaled * scaled))
                                .sum(),
                0,
                1);
    }
}
