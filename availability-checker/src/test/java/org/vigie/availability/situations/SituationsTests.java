package org.vigie.availability.situations;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The production watch over contents at servers that nobody here wrote: a day while the content is there, then the
 * change, then four weeks; after two of them a person looks where a flag asks for it. Rows are in
 * {@code situations/*.rows}; a server that is not installed is skipped.
 */
class SituationsTests {

    private static final Instant REPORTED = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant CHANGED = REPORTED.plus(Duration.ofHours(30));
    private static final Instant ASKED = CHANGED.plus(Duration.ofDays(14));
    private static final Instant END = CHANGED.plus(Duration.ofDays(28));

    /** Names of rows, separated by commas, to run these alone. */
    private static final String ONLY = System.getProperty("situations", "");

    @TestFactory
    Stream<DynamicTest> everyRowEndsAsItMust() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        try (var place = Place.somewhere()) {
            tests.addAll(tests(place));
        }
        return tests.stream();
    }

    private static List<DynamicTest> tests(Place place) throws IOException {
        var hosts = hosts(place);
        var tests = new ArrayList<DynamicTest>();
        try (var servers = new Servers(place, hosts)) {
            servers.missing()
                    .forEach((name, rows) -> tests.add(
                            dynamicTest(name, () -> Assumptions.abort("not installed, rows skipped: " + rows.size()))));
            var watched = servers.served();
            var seen = new Run(place, watched, servers).seen(REPORTED, CHANGED, ASKED, END);
            seen.forEach((host, looks) -> tests.add(dynamicTest(host.toString(), () -> judge(host, looks))));
            Report.write(seen);
        }
        return tests;
    }

    private static List<Host> hosts(Place place) throws IOException {
        var hosts = new ArrayList<Host>();
        for (var server : Servers.NAMES) {
            for (var situation : Situation.of(server)) {
                if (isWanted(situation)) {
                    hosts.add(new Host(situation, place, 2 * hosts.size()));
                }
            }
        }
        return hosts;
    }

    private static boolean isWanted(Situation situation) {
        return ONLY.equals("all")
                || (ONLY.isEmpty()
                        ? !situation.isSlow()
                        : List.of(ONLY.split(",", -1)).contains(situation.id()));
    }

    private static void judge(Host host, Watched watched) {
        var situation = host.situation();
        var wrong = new Verdict(situation).wrong(watched);
        if (wrong.isPresent() && situation.known() == null) {
            fail("%s%n%s%n%s".formatted(host, wrong.get(), watched));
        }
        if (wrong.isEmpty() && situation.known() != null) {
            fail("%s%nends as it must: take the line 'known' away%n%s".formatted(host, watched));
        }
    }
}
