package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Topics;
import org.vigie.notice.removal.ByPeople;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovedCases;
import org.vigie.notice.report.Reports;
import org.vigie.notice.retention.EraseCase;
import org.vigie.testing.TopicRecords;

/**
 * Many cases that are 25 months old are erased within ten minutes, those that are kept stay, and what indicators are
 * folded from is published as before, to the byte. {@code -Dvigie.cases=100000} is the full size.
 */
@ServiceTest
@Import(ErasedCases.class)
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/many-erased-data",
            "vigie.clock-file=target/${test.fork:fork-1}/many-erased-clock"
        })
class ManyErasedTests {

    private static final Logger LOG = LoggerFactory.getLogger(ManyErasedTests.class);

    private static final int CASES = Integer.getInteger("vigie.cases", 1_000);
    private static final int PORTION = 1_000;
    private static final int HELD = 3;

    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final Set<UUID> ids = new HashSet<>();

    @Autowired
    private TestWorld world;

    @Autowired
    private Cases cases;

    @Autowired
    private ChangeCase changeCase;

    @Autowired
    private Reports reports;

    @Autowired
    private EraseCase eraseCase;

    @Autowired
    private ErasedCases inside;

    /** What an earlier try left, if it failed in the middle. */
    @BeforeEach
    void nothingIsOver() {
        erase();
    }

    @Test
    void areErasedAndCountedAsBefore() {
        for (var number = 0; number < CASES; number++) {
            var known = cases.save(RemovedCases.one(mark, number, world.now())).orElseThrow();
            reports.add(List.of(RemovedCases.report(mark, number, known)));
            ids.add(known.caseId());
        }
        ids.stream().limit(HELD).forEach(this::hold);
        world.settle();
        var before = counted();
        assertThat(before).as("a case and a targeting each").hasSize(2 * CASES);
        assertThat(inside.naming(mark)).as("a case and a report each").isEqualTo(2L * CASES);
        assertThat(inside.locationsNaming(mark)).isEqualTo(CASES);

        world.moveOn(Duration.ofDays(761));
        var began = System.nanoTime();
        erase();
        var took = Duration.ofNanos(System.nanoTime() - began);

        LOG.atInfo().addKeyValue("cases", CASES).addKeyValue("took", took).log("cases erased");
        assertThat(took).isLessThan(Duration.ofMinutes(10));
        assertThat(inside.naming(mark)).as("those that are held").isEqualTo(2L * HELD);
        assertThat(inside.locationsNaming(mark)).isEqualTo(HELD);
        assertThat(counted()).isEqualTo(before);
    }

    private void hold(UUID caseId) {
        changeCase.change(
                caseId,
                known -> new ByPeople(known)
                        .held(new Hold(
                                caseId,
                                Hold.Kind.PRESERVE,
                                "court",
                                "order",
                                world.now(),
                                world.now().plusSeconds(1),
                                true,
                                "Anna")));
    }

    private void erase() {
        for (var due = eraseCase.due(PORTION); !due.isEmpty(); due = eraseCase.due(PORTION)) {
            due.keySet().parallelStream().forEach(eraseCase::erase);
        }
        world.settle();
    }

    /** What indicators are folded from: the last record of each key of these cases, its own version aside. */
    private Map<String, String> counted() {
        var last = new HashMap<String, String>();
        for (var topic : List.of(Topics.CASES, Topics.TARGETINGS)) {
            for (var record : TopicRecords.of(topic)) {
                var value = new String(record.value(), UTF_8);
                if (isOurs(value)) {
                    last.put(
                            topic + " " + new String(record.key(), UTF_8), value.replaceFirst("\"version\":\\d+,", ""));
                }
            }
        }
        return last;
    }

    private boolean isOurs(String value) {
        return ids.contains(UUID.fromString(value.replaceFirst("(?s).*?\"case_id\":\"([^\"]+)\".*", "$1")));
    }
}
