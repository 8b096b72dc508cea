package org.vigie.notice.replypage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.removal.Reply;

/**
 * A notice as its addressee sees it.
 *
 * @param deadline by when removal was asked for, absent of notices that ask for none
 * @param places what it names, empty until the addressee has proved to be it
 * @param replies what the addressee answered to it here, the earliest first, empty until then
 */
public record AnsweredNotice(Notice notice, @Nullable Instant deadline, List<Located> places, List<Reply> replies) {

    public AnsweredNotice {
        places = List.copyOf(places);
        replies = List.copyOf(replies);
    }

    /** Whether the answer disputes the age of somebody who is known, which only the addressee itself is told. */
    public boolean isPersonKnown(Reply answer) {
        return !answer.unproven()
                && answer.outcome()
                        .isToldThatThePersonIsKnown(places.stream()
                                .flatMap(place -> place.named().stream())
                                .toList());
    }

    /**
     * One URL that a notice names.
     *
     * @param url exact
     * @param isOpen whether it is there as far as we know, and this addressee could act
     * @param named the contents that the notice names there
     */
    public record Located(String url, boolean isOpen, List<ContentUnit> named) {

        public Located {
            named = List.copyOf(named);
        }

        /** Leaves the URL out. */
        @Override
        public String toString() {
            return "Located[%s]".formatted(isOpen);
        }
    }
}
