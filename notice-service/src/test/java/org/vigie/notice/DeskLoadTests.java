package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.removal.persistence.ManyCases;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.access.CallerRole;

/**
 * The desk with much in its store. With {@code -Dvigie.desk-cases=100000} through {@code -Dtest.jvm}, 5,000 tasks are
 * open besides, and the work list, a case and the shift must take no more than 200 ms (95th percentile, by the wall
 * clock).
 */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-load-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-load-clock"
        })
@ServiceTest
class DeskLoadTests {

    private static final int FULL = 100_000;
    private static final int CASES = Integer.getInteger("vigie.desk-cases", 200);
    private static final int TASKS = CASES / 20;
    private static final int REQUESTS = Math.min(CASES, 400);
    private static final Duration MOST = Duration.ofMillis(200);

    @Autowired
    private TestWorld world;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Tasks tasks;

    @LocalServerPort
    private int port;

    @Test
    void theListAndACaseStayQuick() {
        var bea = DeskVisitor.signedIn(port, "bea", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
        var began = System.nanoTime();
        var now = world.now();
        var ids = ManyCases.store(context, CASES, now.minus(Duration.ofDays(12)), now);
        for (int at = 0; at < TASKS; at++) {
            assertThat(tasks.save(task(at, ids.get(at * (CASES / TASKS)), world.now())))
                    .isPresent();
        }
        var filled = Duration.ofNanos(System.nanoTime() - began);
        var rich = new WaitingCases(world).notified();
        world.moveOn(Duration.ofHours(1));

        var list = p95(bea, _ -> "/desk");
        var free = p95(bea, _ -> "/desk?whose=free&kind=REPLY");
        var one = p95(bea, at -> "/desk/cases/" + (at % 2 == 0 ? rich : ids.get(at * (CASES / REQUESTS))));
        var shift = p95(bea, _ -> "/desk/shift");

        System.out.printf(
                "%d cases, %d tasks, stored in %d s; p95 of %d: work list %d ms, free of a kind %d ms, case %d ms, shift %d ms%n",
                CASES,
                TASKS,
                filled.toSeconds(),
                REQUESTS,
                list.toMillis(),
                free.toMillis(),
                one.toMillis(),
                shift.toMillis());
        if (CASES >= FULL) {
            assertThat(List.of(list, free, one, shift)).allMatch(took -> took.compareTo(MOST) <= 0);
        }
    }

    private static Duration p95(DeskVisitor visitor, IntFunction<String> path) {
        for (int warming = 0; warming < REQUESTS; warming++) {
            visitor.get(path.apply(warming));
        }
        var took = new long[REQUESTS];
        for (int at = 0; at < REQUESTS; at++) {
            var began = System.nanoTime();
            var page = visitor.get(path.apply(at));
            took[at] = System.nanoTime() - began;
            assertThat(page.status()).isEqualTo(200);
        }
        Arrays.sort(took);
        return Duration.ofNanos(took[Math.ceilDiv(REQUESTS * 95, 100) - 1]);
    }

    private static Task task(int at, UUID caseId, Instant now) {
        var kinds = List.of(TaskKind.CLASSIFY, TaskKind.LOOK_BLOCKED, TaskKind.REPLY, TaskKind.NO_CONTACT);
        return new Task(
                UUID.randomUUID(),
                kinds.get(at % kinds.size()),
                caseId,
                null,
                now,
                now.plus(Duration.ofMinutes(at)),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
