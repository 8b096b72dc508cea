package org.vigie.notice.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who has a task, and for how long it is one. */
class OpenTasksTests {

    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
    private static final UUID CASE = UUID.randomUUID();
    private static final Set<TaskKind> KINDS = EnumSet.of(TaskKind.NO_CONTACT, TaskKind.LOOK_BLOCKED);

    private final Tasks tasks = new InMemoryTasks();
    private final OpenTasks open = new OpenTasks(tasks);

    @Test
    void aClaimIsForOneAndForAShift() {
        var id = opened(TaskKind.NO_CONTACT, 1);
        open.claim(id, "one", NOW);
        var before = NOW.plus(Task.CLAIM).minusMillis(1);

        assertThatThrownBy(() -> open.claim(id, "other", before)).isInstanceOf(TaskTaken.class);
        assertThatThrownBy(() -> open.finish(id, "other", "done", before)).isInstanceOf(TaskTaken.class);
        assertThat(open.claim(id, "other", NOW.plus(Task.CLAIM)).orElseThrow().owner())
                .isEqualTo("other");
        assertThatThrownBy(() -> open.finish(id, "one", "done", NOW.plus(Task.CLAIM)))
                .isInstanceOf(TaskTaken.class);
    }

    @Test
    void doneTwiceIsDoneOnceAndByOne() {
        var id = opened(TaskKind.NO_CONTACT, 1);
        var done = open.finish(id, "one", "found it", NOW).orElseThrow();

        assertThat(open.finish(id, "one", "again", NOW.plusSeconds(1))
                        .orElseThrow()
                        .reason())
                .isEqualTo("found it");
        assertThatThrownBy(() -> open.finish(id, "other", "me too", NOW)).isInstanceOf(TaskTaken.class);
        assertThatThrownBy(() -> open.claim(id, "one", NOW)).isInstanceOf(TaskTaken.class);
        assertThat(done.doneAt()).isEqualTo(NOW);
    }

    @Test
    void whatSomebodyDidIsNotAskedForOnceMore() {
        var id = opened(TaskKind.NO_CONTACT, 1);
        open.finish(id, "one", "there is none", NOW);

        settle(Map.of(TaskKind.NO_CONTACT, new Need(1, null, null)));
        assertThat(tasks.openOf(CASE)).isEmpty();

        settle(Map.of(TaskKind.NO_CONTACT, new Need(2, null, null)));
        assertThat(tasks.openOf(CASE)).hasSize(1);
    }

    @Test
    void whatNeedsNobodyIsClosedAndOpenAgainWhenItDoes() {
        var needed = Map.of(TaskKind.LOOK_BLOCKED, new Need("a sighting", null, null));
        var claimed = open.claim(opened(TaskKind.LOOK_BLOCKED, "a sighting"), "one", NOW)
                .orElseThrow();
        var closed = NOW.plus(Duration.ofHours(1));
        settle(Map.of());
        assertThat(tasks.openOf(CASE)).isEmpty();

        open.settle(CASE, KINDS, needed, closed.plus(Task.CLAIM).minusMillis(1));
        assertThat(tasks.openOf(CASE)).as("it goes on").singleElement().satisfies(task -> {
            assertThat(task.since()).isEqualTo(NOW);
            assertThat(task.due()).isEqualTo(claimed.due());
            assertThat(task.owner()).isEqualTo("one");
        });

        settle(Map.of());
        open.settle(CASE, KINDS, needed, closed.plus(Task.CLAIM));
        assertThat(tasks.openOf(CASE)).as("it begins anew").singleElement().satisfies(task -> {
            assertThat(task.since()).isEqualTo(closed.plus(Task.CLAIM));
            assertThat(task.owner()).isNull();
        });
    }

    @Test
    void oneOfAKindIsEnoughAndOtherKindsAreLeftAlone() {
        opened(TaskKind.LOOK_BLOCKED, "a sighting");
        opened(TaskKind.HOLD_EXPIRED, "a hold");

        settle(Map.of(TaskKind.LOOK_BLOCKED, new Need("another sighting", null, null)));

        assertThat(tasks.openOf(CASE))
                .extracting(Task::kind)
                .containsExactlyInAnyOrder(TaskKind.LOOK_BLOCKED, TaskKind.HOLD_EXPIRED);
    }

    @Test
    void noticesOfOneOccasionHaveOneTaskWhicheverTheLastIs() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        open.openFor(first, TaskKind.WEB_FORM, CASE, "a form", NOW);
        var id = tasks.openOf(CASE).getFirst().taskId();
        open.claim(id, "one", NOW);

        open.closeFor(first, TaskKind.WEB_FORM, CASE, "a form", Task.NOT_NEEDED, NOW.plusSeconds(1));
        assertThat(tasks.openOf(CASE)).isEmpty();
        open.openFor(second, TaskKind.WEB_FORM, CASE, "a form", NOW.plusSeconds(2));
        open.closeFor(first, TaskKind.WEB_FORM, CASE, "a form", Task.NOT_NEEDED, NOW.plusSeconds(3));

        assertThat(tasks.openOf(CASE)).as("it goes on").singleElement().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo(id);
            assertThat(task.noticeId()).isEqualTo(second);
            assertThat(task.owner()).isEqualTo("one");
            assertThat(task.since()).isEqualTo(NOW);
        });
    }

    @Test
    void anOpenTaskSaysWhatKeepsUsFromSeeingNow() {
        settle(Map.of(TaskKind.LOOK_BLOCKED, new Need("a sighting", "BLOCKED", null)));
        settle(Map.of(TaskKind.LOOK_BLOCKED, new Need("a sighting", "GATED", null)));

        assertThat(tasks.openOf(CASE)).singleElement().extracting(Task::because).isEqualTo("GATED");
    }

    private UUID opened(TaskKind kind, Object occasion) {
        open.open(kind, CASE, occasion, null, NOW);
        return tasks.openOf(CASE).stream()
                .filter(task -> task.kind() == kind)
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private void settle(Map<TaskKind, Need> needed) {
        open.settle(CASE, KINDS, needed, NOW.plus(Duration.ofHours(1)));
    }
}
