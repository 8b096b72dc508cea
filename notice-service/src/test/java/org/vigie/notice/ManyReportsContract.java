package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Verification;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ContentUnit;
import org.vigie.notice.removal.ContentUnit.Hashes;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.RawReport;
import org.vigie.notice.report.RawReport.RawContent;
import org.vigie.notice.report.Reports;
import org.vigie.url.WebUrl;

/**
 * Reports in random order from two producers at once, some handed in twice, against what they amount to in any order.
 * The full size, against the ports in memory, is {@code -Dvigie.reports=100000}.
 */
abstract class ManyReportsContract {

    private static final int REPORTS = Integer.getInteger("vigie.reports", 600);
    private static final Duration PATIENCE = Duration.ofSeconds(60 + REPORTS / 20);

    @Autowired
    private FileReport file;

    @Autowired
    private Reports reports;

    @Autowired
    private Cases cases;

    @Autowired
    private PlaceTokens tokens;

    /** One sighting; a content without hash is the unknown one of its URL. */
    record Seen(String key, String url, Hashes hashes) {}

    /** What a case comes to: how often it was reported, and the tokens of each content with how often it was seen. */
    private record Sum(long sightings, Map<Set<String>, Long> contents) {}

    @Test
    void comeToTheSameInAnyOrder(TestReporter reporter) throws Exception {
        var run = UUID.randomUUID().toString();
        var seen = generated(run + ".test");
        var shuffled = new ArrayList<>(seen);
        Collections.shuffle(shuffled, new Random(7));

        bothAtOnce(shuffled.subList(0, REPORTS / 2), shuffled.subList(REPORTS / 2, REPORTS), reporter);

        var expected = expected(seen);
        assertThat(expected).hasSize(REPORTS * 6 / 10);
        assertThat(sums(expected.keySet())).isEqualTo(expected);
        if (REPORTS <= 10_000) {
            var sorted = new ArrayList<>(generated("sorted." + run + ".test"));
            sorted.sort(Comparator.comparing(Seen::url));
            sorted.forEach(one -> file(one.key(), one));
            untilApplied();
            var sortedSums = sums(expected(sorted).keySet());
            assertThat(List.copyOf(sortedSums.values())).isEqualTo(List.copyOf(expected.values()));
        }
    }

    /** Six URLs in ten reports; one more content in ten, and three repeats of what was reported. */
    private static List<Seen> generated(String host) {
        var random = new Random(42);
        var contents = new ArrayList<int[]>();
        for (int url = 0; url < REPORTS * 6 / 10; url++) {
            contents.add(new int[] {url, url});
        }
        for (int more = 0; more < REPORTS / 10; more++) {
            contents.add(new int[] {random.nextInt(REPORTS * 6 / 10), REPORTS + more});
        }
        var known = contents.size();
        while (contents.size() < REPORTS) {
            contents.add(contents.get(random.nextInt(known)));
        }
        var seen = new ArrayList<Seen>();
        for (var one : contents) {
            var url = "http://%s/%07d".formatted(host, one[0]);
            seen.add(new Seen("report-" + host + "-" + seen.size(), url, hashes(one[1], random.nextInt(10))));
        }
        return seen;
    }

    private static Hashes hashes(int content, int kind) {
        var sha256 = "%064x".formatted(content + 1L);
        var md5 = "%032x".formatted(content + 1L);
        return switch (kind) {
            case 0 -> Hashes.NONE;
            case 1 -> new Hashes(sha256, null, null, null, null);
            case 2 -> new Hashes(null, null, md5, null, null);
            default -> new Hashes(sha256, null, md5, null, null);
        };
    }

    /** Contents that share a hash are one, however many hops it takes. */
    private Map<String, Sum> expected(List<Seen> seen) {
        var byUrl = new TreeMap<String, List<Seen>>();
        seen.forEach(
                one -> byUrl.computeIfAbsent(one.url(), _ -> new ArrayList<>()).add(one));
        var sums = new TreeMap<String, Sum>();
        byUrl.forEach((url, all) -> sums.put(url, new Sum(all.size(), contents(all))));
        return sums;
    }

    private Map<Set<String>, Long> contents(List<Seen> all) {
        var counted = new HashMap<Set<String>, Long>();
        for (var one : all) {
            Set<String> joined = new HashSet<>(tokens.of(one.hashes()));
            var count = 1L;
            for (var known : List.copyOf(counted.keySet())) {
                if (known.stream().anyMatch(joined::contains) || (known.isEmpty() && joined.isEmpty())) {
                    count += Objects.requireNonNull(counted.remove(known));
                    joined.addAll(known);
                }
            }
            counted.put(joined, count);
        }
        return counted;
    }

    private Map<String, Sum> sums(Set<String> urls) {
        var sums = new TreeMap<String, Sum>();
        for (var url : urls) {
            var known = cases.findByUrl(
                            tokens.of(WebUrl.parse(url).found().orElseThrow()).url())
                    .orElseThrow();
            sums.put(url, sum(known));
        }
        return sums;
    }

    private static Sum sum(RemovalCase known) {
        var contents = new HashMap<Set<String>, Long>();
        for (ContentUnit unit : known.contents()) {
            contents.put(Set.copyOf(unit.tokens()), unit.sightings().unstated());
        }
        return new Sum(known.sightings().unstated(), contents);
    }

    /** One in twenty is handed in twice. */
    private void bothAtOnce(List<Seen> byRest, List<Seen> byEvent, TestReporter reporter) throws Exception {
        try (var producers = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> rest = () -> {
                for (int i = 0; i < byRest.size(); i++) {
                    file(byRest.get(i).key(), byRest.get(i));
                    if (i % 20 == 0) {
                        file(byRest.get(i).key(), byRest.get(i));
                    }
                    note(reporter, i);
                }
                return true;
            };
            Callable<Boolean> events = () -> {
                for (int i = 0; i < byEvent.size(); i++) {
                    produce(file, byEvent.get(i));
                    if (i % 20 == 0) {
                        produce(file, byEvent.get(i));
                    }
                }
                return true;
            };
            for (var producer : List.of(producers.submit(rest), producers.submit(events))) {
                producer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        await().atMost(PATIENCE).until(this::allRead);
        untilApplied();
        note(reporter, 0);
    }

    private void untilApplied() {
        await().atMost(PATIENCE).until(() -> reports.pending().isEmpty());
    }

    private void file(String key, Seen seen) {
        file.file("partner", key, raw(seen));
    }

    static RawReport raw(Seen seen) {
        return new RawReport(
                seen.url(),
                null,
                null,
                Category.CSAM,
                null,
                Verification.SUSPECT,
                null,
                null,
                null,
                new RawContent(ContentKind.MEDIA, seen.hashes(), null, null),
                null,
                null,
                List.of());
    }

    /** What the second producer does. */
    abstract void produce(FileReport file, Seen seen);

    /** Whether all that the second producer handed in was read. */
    abstract boolean allRead() throws Exception;

    /** What lives on the heap, where somebody watches a long run. */
    private static void note(TestReporter reporter, int done) {
        if (REPORTS > 10_000 && done % 5_000 == 0) {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            reporter.publishEntry(
                    done + " handed in by one producer",
                    "%d MB live".formatted(memory.getHeapMemoryUsage().getUsed() >> 20));
        }
    }
}
