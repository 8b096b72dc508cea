package org.vigie.notice.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.testing.Race;

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

        assertThat(tasks().open(null, caseId, null, 1000)).containsExactly(stored(early), stored(late));
    }

    @Test
    default void keepsOneThatIsAboutNoOneCase() {
        var task = Task.opened(UUID.randomUUID(), TaskKind.MAIL, null, null, NOW);
        tasks().save(task);

        assertThat(tasks().find(task.taskId())).contains(stored(task));
        assertThat(tasks().open(TaskKind.MAIL, null, null, 1000)).contains(stored(task));
        assertThat(tasks().casesWith(TaskKind.MAIL, null, 1000)).doesNotContainNull();
    }

    @Test
    default void isReadPageByPageAndByKind() {
        var caseId = UUID.randomUUID();
        for (int hours = 1; hours <= 5; hours++) {
            tasks().save(task(caseId, NOW.plus(Duration.ofHours((hours + 1) / 2))));
        }

        var seen = new ArrayList<Task>();
        var page = tasks().open(TaskKind.NO_CONTACT, caseId, null, 2);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = tasks().open(TaskKind.NO_CONTACT, caseId, page.getLast(), 2);
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(Task::due));
        assertThat(tasks().open(TaskKind.APPROVAL, caseId, null, 2)).isEmpty();
    }

    @Test
    default void knowsTheCasesWithATaskOfAKind() {
        var cases = Stream.generate(UUID::randomUUID)
                .limit(3)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        cases.forEach(caseId -> tasks().save(task(caseId, NOW)));
        tasks().save(task(cases.getFirst(), NOW));

        var all = tasks().casesWith(TaskKind.NO_CONTACT, null, 1000);

        assertThat(all).containsSubsequence(cases).doesNotHaveDuplicates();
        assertThat(tasks().casesWith(TaskKind.NO_CONTACT, cases.get(1), 1000))
                .contains(cases.get(2))
                .doesNotContain(cases.get(0), cases.get(1));
    }

    @Test
    default void aDoneOneIsKeptAndNotListed() {
        var done = task(UUID.randomUUID(), NOW).done("ROUTED", NOW);
        tasks().save(done);

        assertThat(tasks().find(done.taskId())).contains(stored(done));
        assertThat(tasks().open(null, done.caseId(), null, 1000)).doesNotContain(stored(done));
    }

    @Test
    default void knowsTheOpenOnesOfACase() {
        var caseId = UUID.randomUUID();
        var open = task(caseId, NOW);
        tasks().save(open);
        tasks().save(task(caseId, NOW).done("ROUTED", NOW));

        assertThat(tasks().openOf(caseId)).containsExactly(stored(open));
    }

    @Test
    default void countsOpenOnesByKindAndThoseThatAreLate() {
        var openBefore = tasks().countOpen().getOrDefault(TaskKind.NO_CONTACT, 0L);
        var kinds = List.of(TaskKind.NO_CONTACT);
        var lateBefore = tasks().countDueBefore(NOW, kinds).getOrDefault(TaskKind.NO_CONTACT, 0L);
        var allBefore = tasks().countAllDueBefore(NOW);
        tasks().save(task(UUID.randomUUID(), NOW.minusMillis(1)));
        tasks().save(task(UUID.randomUUID(), NOW));
        tasks().save(task(UUID.randomUUID(), NOW.minusMillis(1)).done("ROUTED", NOW));

        assertThat(tasks().countOpen()).containsEntry(TaskKind.NO_CONTACT, openBefore + 2);
        assertThat(tasks().countDueBefore(NOW, kinds)).containsOnly(Map.entry(TaskKind.NO_CONTACT, lateBefore + 1));
        assertThat(tasks().countDueBefore(NOW, List.of())).isEmpty();
        assertThat(tasks().countAllDueBefore(NOW)).isEqualTo(allBefore + 1);
        assertThat(tasks().countOpen())
                .allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    @Test
    default void keepsWhoClaimedIt() {
        var claimed = task(UUID.randomUUID(), NOW).claimedBy("one", NOW);
        tasks().save(claimed);

        assertThat(tasks().find(claimed.taskId())).contains(stored(claimed));
    }

    @Test
    default void knowsTheOpenOnesWithAClaimThatCounts() {
        var later = task(UUID.randomUUID(), NOW.plusSeconds(2)).claimedBy("one", NOW);
        var sooner = task(UUID.randomUUID(), NOW.plusSeconds(1)).claimedBy("two", NOW);
        var over = task(UUID.randomUUID(), NOW).claimedBy("one", NOW.minusSeconds(1));
        var free = task(UUID.randomUUID(), NOW);
        Stream.of(later, sooner, over, free).forEach(tasks()::save);
        var done = task(UUID.randomUUID(), NOW).claimedBy("one", NOW).done("DONE", NOW);
        tasks().save(done);

        var claimed = tasks().claimedAt(NOW.plus(Task.CLAIM).minusSeconds(1), 1000);

        assertThat(claimed)
                .containsSubsequence(stored(sooner), stored(later))
                .doesNotContain(stored(over), stored(free), stored(done));
    }

    @Test
    default void onlyOneOfManyWhoReadTheSameIsStored() {
        var task = task(UUID.randomUUID(), NOW);
        var opened = Race.of(8, _ -> tasks().save(task));
        assertThat(opened).hasSize(1);

        var claimed = Race.of(8, at -> tasks().save(opened.getFirst().claimedBy("desk " + at, NOW)));

        assertThat(claimed).hasSize(1);
        assertThat(tasks().find(task.taskId())).contains(claimed.getFirst());
        assertThat(tasks().save(claimed.getFirst().done("DONE", NOW))).isPresent();
    }

    static Task task(UUID caseId, Instant due) {
        return new Task(
                UUID.randomUUID(),
                TaskKind.NO_CONTACT,
                caseId,
                UUID.randomUUID(),
                NOW,
                due,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** As it is read once it was stored. */
    static Task stored(Task task) {
        return new Task(
                task.taskId(),
                task.kind(),
                task.caseId(),
                task.noticeId(),
                task.since(),
                task.due(),
                task.owner(),
                task.claimedUntil(),
                task.doneAt(),
                task.reason(),
                task.because(),
                task.version() == null ? 1 : task.version() + 1);
    }
}
