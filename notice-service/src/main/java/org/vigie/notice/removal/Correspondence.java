package org.vigie.notice.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was sent about a targeting, and what came back.
 *
 * @param notices those counted here: each notice counts in the smallest targeting id it names
 * @param bounced of those notices, which were refused for good after all
 * @param answers absent in what was targeted before they were recorded: they are not known, and not none
 */
public record Correspondence(
        List<UUID> notices, List<UUID> bounced, @Nullable Answers answers) {

    static final Correspondence NONE = new Correspondence(List.of(), List.of(), Answers.NONE);

    public Correspondence {
        notices = List.copyOf(notices);
        bounced = List.copyOf(bounced);
    }

    /** Counts a notice here; twice is once. */
    Correspondence counted(UUID noticeId) {
        return notices.contains(noticeId) ? this : new Correspondence(with(notices, noticeId), bounced, answers);
    }

    /** A notice counted here was refused or came back for good; twice is once. */
    Correspondence bounced(UUID noticeId) {
        return bounced.contains(noticeId) || !notices.contains(noticeId)
                ? this
                : new Correspondence(notices, with(bounced, noticeId), answers);
    }

    /** Whether the first of them came back for good. */
    public boolean firstBounced() {
        return !notices.isEmpty() && bounced.contains(notices.getFirst());
    }

    /** Something came back; where answers are not known, neither is this one. */
    Correspondence answered(UnaryOperator<Answers> move) {
        return answers == null ? this : new Correspondence(notices, bounced, move.apply(answers));
    }

    private static List<UUID> with(List<UUID> known, UUID one) {
        var all = new ArrayList<>(known);
        all.add(one);
        return all;
    }
}
