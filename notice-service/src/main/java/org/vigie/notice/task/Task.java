package org.vigie.notice.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.Person;

/**
 * Something only a person can do.
 *
 * @param caseId absent if it is about no one case
 * @param noticeId the notice that it is about, absent if it is about none
 * @param owner who claimed it last, absent while nobody did
 * @param claimedUntil from when on somebody else may have it, absent while nobody claimed it
 * @param doneAt absent while it is open
 * @param reason why it is done, absent while it is open
 * @param because why looks cannot tell, a code; absent of other kinds of tasks
 * @param version the stored version this was read at, absent while it was never stored
 */
public record Task(
        UUID taskId,
        TaskKind kind,
        @Nullable UUID caseId,
        @Nullable UUID noticeId,
        Instant since,
        Instant due,
        @Nullable String owner,
        @Nullable Instant claimedUntil,
        @Nullable Instant doneAt,
        @Nullable String reason,
        @Nullable String because,
        @Nullable Long version) {

    /** A shift: whoever went home without doing it leaves it to the next one. */
    public static final Duration CLAIM = Duration.ofHours(8);

    /** Why a task is closed that its case needs nobody for any more. */
    public static final String NOT_NEEDED = "NOT_NEEDED";

    static Task opened(UUID taskId, TaskKind kind, @Nullable UUID caseId, @Nullable UUID noticeId, Instant now) {
        return new Task(
                taskId, kind, caseId, noticeId, now, now.plus(kind.timeToAct()), null, null, null, null, null, null);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** Needed again, if nobody did it: within a shift it goes on as it was, with whoever claimed it. */
    Task neededAgain(Instant now) {
        if (doneAt == null || !NOT_NEEDED.equals(reason)) {
            return this;
        }
        return now.isBefore(doneAt.plus(CLAIM)) ? with(noticeId, null, null, because) : again(now);
    }

    /**
     * Somebody will do it; nobody else may have it for {@link #CLAIM}.
     *
     * @throws TaskTaken if somebody else claimed it, or it is done
     */
    Task claimedBy(String who, Instant now) {
        var isAnothers =
                owner != null && !Person.same(owner, who) && claimedUntil != null && now.isBefore(claimedUntil);
        if (!isOpen() || isAnothers) {
            throw new TaskTaken(taskId);
        }
        return new Task(taskId, kind, caseId, noticeId, since, due, who, now.plus(CLAIM), null, null, because, version);
    }

    /**
     * Somebody did it; said again it changes nothing.
     *
     * @throws TaskTaken if somebody else claimed it, or it is done otherwise
     */
    Task doneBy(String who, String why, Instant at) {
        if (!isOpen() && owner != null && Person.same(who, owner)) {
            return this;
        }
        return claimedBy(who, at).done(why, at);
    }

    Task done(String why, Instant at) {
        return isOpen() ? with(noticeId, at, why, because) : this;
    }

    /** The same while what keeps us from seeing is another. */
    Task because(@Nullable String code) {
        return Objects.equals(because, code) ? this : with(noticeId, doneAt, reason, code);
    }

    /** The same while it is to be done by then; absent if its kind alone says by when. */
    Task dueBy(@Nullable Instant at) {
        return at == null || at.equals(due)
                ? this
                : new Task(
                        taskId,
                        kind,
                        caseId,
                        noticeId,
                        since,
                        at,
                        owner,
                        claimedUntil,
                        doneAt,
                        reason,
                        because,
                        version);
    }

    Task notNeeded(Instant at) {
        return done(NOT_NEEDED, at);
    }

    /** Needed anew. */
    Task again(Instant now) {
        var next = now.plus(kind.timeToAct());
        return isOpen()
                ? this
                : new Task(taskId, kind, caseId, noticeId, now, next, null, null, null, null, because, version);
    }

    /**
     * Needed for the notice: an open one goes on, whichever notice it was about, and so does within a shift one that
     * nobody did; what somebody did is to be done anew.
     */
    Task neededFor(UUID notice, Instant now) {
        return neededAgain(now).again(now).with(notice, null, null, because);
    }

    private Task with(@Nullable UUID notice, @Nullable Instant done, @Nullable String why, @Nullable String code) {
        return new Task(taskId, kind, caseId, notice, since, due, owner, claimedUntil, done, why, code, version);
    }
}
