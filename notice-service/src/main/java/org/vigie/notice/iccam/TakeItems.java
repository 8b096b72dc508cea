package org.vigie.notice.iccam;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.iccam.Answer.Refused;
import org.vigie.notice.iccam.Answer.Said;
import org.vigie.notice.iccam.Answer.Silent;
import org.vigie.notice.iccam.Iccam.About;
import org.vigie.notice.iccam.Iccam.Listed;
import org.vigie.notice.report.FileMany;
import org.vigie.notice.report.FileMany.Outcome.Filed;
import org.vigie.notice.report.Origin;
import org.vigie.support.access.Partner;

/**
 * Hands in what ICCAM assigned to our country, each item once: the report's key follows from the item, and an item that
 * was stored is not read again. A crash in between hands in the same report again, which changes nothing.
 */
@Service
public class TakeItems {

    static final Origin ORIGIN = Origin.of(new Partner(Partner.ICCAM));

    private static final Logger LOG = LoggerFactory.getLogger(TakeItems.class);

    /** So many ICCAM lists at most. What it listed leaves the list once it has our reference. */
    private static final int LISTED = 200;

    /** Of a report without a source among so many, it is not known. */
    private static final int SEARCHED = 20;

    /** Then it is ICCAM that does not answer, and not one item that cannot be read. */
    private static final int SILENCES = 3;

    private final Iccam iccam;
    private final Items items;
    private final ItemQueue queue;
    private final FileMany fileMany;
    private final AskPerson askPerson;
    private final Reached reached;
    private final Clock clock;

    TakeItems(
            Iccam iccam,
            Items items,
            ItemQueue queue,
            FileMany fileMany,
            AskPerson askPerson,
            Reached reached,
            Clock clock) {
        this.iccam = iccam;
        this.items = items;
        this.queue = queue;
        this.fileMany = fileMany;
        this.askPerson = askPerson;
        this.reached = reached;
        this.clock = clock;
    }

    /** What is said once for all items of a report, as far as it was asked in this round. */
    private record Report(About about, @Nullable String source) {}

    /**
     * Takes what is listed now.
     *
     * @return whether there may be more at once
     */
    public boolean round(IccamRules rules) {
        if (!(iccam.withoutReference(LISTED, rules.from()) instanceof Said(var listed))) {
            reached.silent(clock.instant());
            return false;
        }
        reached.answered();
        var known = items.known(listed.stream().map(Listed::contentId).toList());
        var fresh =
                listed.stream().filter(one -> !known.contains(one.contentId())).toList();
        return taken(fresh, rules) && !fresh.isEmpty() && listed.size() == LISTED;
    }

    private boolean taken(List<Listed> fresh, IccamRules rules) {
        var reports = new HashMap<Long, Report>();
        var silences = 0;
        for (var one : fresh) {
            silences = isTaken(one, rules, reports) ? 0 : silences + 1;
            if (silences == SILENCES) {
                reached.silent(clock.instant());
                return false;
            }
        }
        return true;
    }

    /** Whether ICCAM answered. */
    private boolean isTaken(Listed listed, IccamRules rules, Map<Long, Report> reports) {
        return switch (iccam.content(listed.contentId())) {
            case Silent<Content> _ -> false;
            case Refused<Content> _ -> {
                leaveToPerson(listed.contentId(), "NOT_READABLE");
                yield true;
            }
            case Said<Content>(var content) -> isTaken(content, rules, reports);
        };
    }

    /** What is another country's may be ours tomorrow; what is over stays over. */
    private boolean isTaken(Content content, IccamRules rules, Map<Long, Report> reports) {
        if (!content.isAssignedTo(rules.country())) {
            return true;
        }
        if (content.isOver()) {
            items.save(Item.of(content.contentId(), null, "", clock.instant()).dueAt(null));
            return true;
        }
        var report = report(content, reports);
        report.ifPresent(about -> file(content, about));
        return report.isPresent();
    }

    /** Empty if ICCAM does not answer. */
    private Optional<Report> report(Content content, Map<Long, Report> reports) {
        var known = Optional.ofNullable(reports.get(content.reportId())).or(() -> switch (iccam.report(
                content.reportId())) {
            case Said<About>(var about) -> Optional.of(new Report(about, source(content, about)));
            case Refused<About> _ -> Optional.of(new Report(new About(null, List.of()), null));
            case Silent<About> _ -> Optional.empty();
        });
        known.ifPresent(report -> reports.put(content.reportId(), report));
        return known;
    }

    private @Nullable String source(Content content, About about) {
        if (content.isSource()) {
            return content.url();
        }
        for (var id : about.contents().stream().limit(SEARCHED).toList()) {
            if (iccam.content(id) instanceof Said(var other) && other.isSource()) {
                return other.url();
            }
        }
        return null;
    }

    /** Where something is said to be seen may be no URL: the item is a report all the same. */
    private void file(Content content, Report report) {
        var key = AsReport.key(content);
        var source = content.isSource() ? null : report.source();
        var outcome = fileMany.file(
                ORIGIN, key, () -> AsReport.of(content, source, report.about().referrer()));
        if (!(outcome instanceof Filed)) {
            outcome = fileMany.file(ORIGIN, key, () -> AsReport.of(content, null, null));
        }
        if (outcome instanceof Filed(var reportId, var reference)) {
            kept(Item.of(content.contentId(), reportId, reference, clock.instant()));
            LOG.atInfo()
                    .addKeyValue("contentId", content.contentId())
                    .addKeyValue("reportId", reportId)
                    .log("item of ICCAM taken");
        } else {
            leaveToPerson(content.contentId(), "NOT_A_REPORT");
        }
    }

    /** It has a reference, too, or it would be listed for ever. */
    private void leaveToPerson(long contentId, String why) {
        askPerson.about(contentId, null, why);
        kept(Item.of(contentId, null, AskPerson.taskId(contentId).toString(), clock.instant()));
    }

    private void kept(Item item) {
        items.save(item); // or another process was faster
        queue.look(item.contentId(), item.since());
    }
}
