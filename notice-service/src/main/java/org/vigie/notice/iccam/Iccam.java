package org.vigie.notice.iccam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.iccam.Answer.Done;

/** The way to ICCAM. Never throws for what the network or ICCAM does, and ends within a minute. */
public interface Iccam {

    /**
     * Items that are our hotline's and have no reference of it yet, in no order that may be relied on.
     *
     * @param most at most 200
     * @param from only those that were assigned from then on, absent for all
     */
    Answer<List<Listed>> withoutReference(int most, @Nullable Instant from);

    Answer<Content> content(long contentId);

    Answer<About> report(long reportId);

    /** Says by which reference we know an item; it is on no list of items without one then. */
    Answer<Done> reference(long contentId, String reference);

    Answer<Done> tell(long contentId, Deed deed);

    /** An item on a list. */
    record Listed(long contentId, long reportId) {}

    /**
     * What is said once for all items of a report. Its {@code toString} gives no URL away.
     *
     * @param referrer absent without any
     * @param contents numbers of its items
     */
    record About(@Nullable String referrer, List<Long> contents) {

        public About {
            contents = List.copyOf(contents);
        }

        @Override
        public String toString() {
            return "About[%d]".formatted(contents.size());
        }
    }
}
