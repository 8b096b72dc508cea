package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was sent about a targeting, and what came back.
 *
 * @param notices those counted here: each notice counts in the smallest targeting id it names
 * @param bounced of those notices, which were refused for good after all
 * @param answers absent in what was targeted before they were recorded: they are not known, and not none
 * @param sent when that was; a notice from before this was recorded is not in it
 */
public record Correspondence(
        List<UUID> notices, List<UUID> bounced, @Nullable Answers answers, List<Sent> sent) {

    static final Correspondence NONE = new Correspondence(List.of(), List.of(), Answers.NONE, List.of());

    public Correspondence {
        notices = List.copyOf(notices);
        bounced = List.copyOf(bounced);
        sent = List.copyOf(Objects.requireNonNullElse(sent, List.of()));
    }

    /**
     * When a notice left, came back and was complained about.
     *
     * @param at when the channel accepted or refused it
     * @param bouncedAt absent unless it was refused or came back for good
     * @param complainedAt absent unless a feedback report came about it
     */
    public record Sent(
            UUID noticeId,
            Instant at,
            @Nullable Instant bouncedAt,
            @Nullable Instant complainedAt) {

        private Sent bounced(Instant then) {
            return new Sent(noticeId, at, then, complainedAt);
        }

        private Sent complained(Instant then) {
            return new Sent(noticeId, at, bouncedAt, then);
        }
    }

    /** Counts a notice here; twice is once. */
    Correspondence counted(UUID noticeId, Instant at) {
        if (notices.contains(noticeId)) {
            return this;
        }
        return new Correspondence(
                with(notices, noticeId), bounced, answers, with(sent, new Sent(noticeId, at, null, null)));
    }

    /** A notice counted here was refused or came back for good; twice is once. */
    Correspondence bounced(UUID noticeId, Instant at) {
        return bounced.contains(noticeId) || !notices.contains(noticeId)
                ? this
                : new Correspondence(notices, with(bounced, noticeId), answers, each(noticeId, one -> one.bounced(at)));
    }

    /** Whether the first of them came back for good. */
    public boolean firstBounced() {
        return !notices.isEmpty() && bounced.contains(notices.getFirst());
    }

    /** A feedback report came about a notice counted here; twice is once. */
    Correspondence complained(UUID noticeId, Instant at) {
        if (answers == null
                || !notices.contains(noticeId)
                || answers.complained().contains(noticeId)) {
            return this;
        }
        return new Correspondence(
                notices, bounced, answers.complained(noticeId), each(noticeId, one -> one.complained(at)));
    }

    /** Something came back; where answers are not known, neither is this one. */
    Correspondence answered(UnaryOperator<Answers> move) {
        return answers == null ? this : new Correspondence(notices, bounced, move.apply(answers), sent);
    }

    private List<Sent> each(UUID noticeId, UnaryOperator<Sent> move) {
        return sent.stream()
                .map(one -> one.noticeId().equals(noticeId) ? move.apply(one) : one)
                .toList();
    }

    private static <T> List<T> with(List<T> known, T one) {
        var all = new ArrayList<>(known);
        all.add(one);
        return all;
    }
}
