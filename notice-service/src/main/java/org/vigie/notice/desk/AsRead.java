package org.vigie.notice.desk;

import java.util.List;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.RemovalCase;

/**
 * How a case stood when a person read it: what they decide counts for a case that still stands so. A version would not
 * do: every look at the URL makes a new one, and tells nobody anything.
 *
 * @param lines how many lines the timeline had, but for those of who was shown the URL
 * @param status as it was shown
 */
public record AsRead(int lines, String status) {

    public static AsRead of(RemovalCase known) {
        return new AsRead(telling(known).size(), CaseStatus.of(known).name());
    }

    /** Whether a person who reads it now is shown nothing else. */
    public boolean isStill(RemovalCase known) {
        return equals(of(known));
    }

    /** What happened since, oldest first. */
    public List<CaseEvent> since(RemovalCase known) {
        var timeline = telling(known);
        return timeline.subList(Math.clamp(lines, 0, timeline.size()), timeline.size());
    }

    /** That somebody was shown the URL changes nothing for a decision. */
    private static List<CaseEvent> telling(RemovalCase known) {
        return known.history().timeline().stream()
                .filter(told -> told.kind().what() != What.URL_REVEALED)
                .toList();
    }
}
