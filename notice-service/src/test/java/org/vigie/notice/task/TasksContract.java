package org.vigie.notice.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Tasks} promises. */
public interface TasksContract {

    Instant NOW = Instant.parse("2020-01-05T10:00:00Z");

    Tasks tasks();

    @Test
    default void listsOpenOnesTheEarliestDueFirst() {
        var caseId = UUID.randomUUID();
        var late = task(caseId, NOW.plus(Duration.ofHours(2)));
        var early = task(caseId, NOW.plus(Duration.ofHours(1)));
        tasks().save(late);
        tasks().save(early);

        assertThat(tasks().open(1000))
                .filteredOn(task -> task.caseId().equals(caseId))
                .containsExactly(early, late);
    }

    @Test
    default void aDoneOneIsKeptAndNotListed() {
        var done = task(UUID.randomUUID(), NOW).done("ROUTED", NOW);
        tasks().save(done);

        assertThat(tasks().find(done.taskId())).contains(done);
        assertThat(tasks().open(1000)).doesNotContain(done);
    }

    @Test
    default void knowsTheOpenOnesOfACase() {
        var open = task(UUID.randomUUID(), NOW);
        tasks().save(open);
        tasks().save(task(open.caseId(), NOW).done("ROUTED", NOW));

        assertThat(tasks().openOf(open.caseId())).containsExactly(open);
    }

    @Test
    default void countsOpenOnesByKindAndThoseThatAreLate() {
        var openBefore = tasks().countOpen().getOrDefault(TaskKind.NO_CONTACT, 0L);
        var lateBefore = tasks().countDueBefore(NOW).getOrDefault(TaskKind.NO_CONTACT, 0L);
        tasks().save(task(UUID.randomUUID(), NOW.minusMillis(1)));
        tasks().save(task(UUID.randomUUID(), NOW));
        tasks().save(task(UUID.randomUUID(), NOW.minusMillis(1)).done("ROUTED", NOW));

        assertThat(tasks().countOpen()).containsEntry(TaskKind.NO_CONTACT, openBefore + 2);
        assertThat(tasks().countDueBefore(NOW)).containsEntry(TaskKind.NO_CONTACT, lateBefore + 1);
        assertThat(tasks().countOpen()).doesNotContainKey(TaskKind.UNCERTAIN_SEND);
    }

    @Test
    default void keepsWhoClaimedIt() {
        var claimed = task(UUID.randomUUID(), NOW).claimedBy("one");
        tasks().save(claimed);

        assertThat(tasks().find(claimed.taskId())).contains(claimed);
        assertThat(claimed.claimedBy("one")).isEqualTo(claimed);
        assertThatThrownBy(() -> claimed.claimedBy("other")).isInstanceOf(TaskTaken.class);
    }

    static Task task(UUID caseId, Instant due) {
        return new Task(UUID.randomUUID(), TaskKind.NO_CONTACT, caseId, NOW, due, null, null, null);
    }
}
