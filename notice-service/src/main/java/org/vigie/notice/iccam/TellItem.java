package org.vigie.notice.iccam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.iccam.Answer.Done;
import org.vigie.notice.iccam.Answer.Refused;
import org.vigie.notice.iccam.Answer.Said;
import org.vigie.notice.iccam.Answer.Silent;
import org.vigie.notice.iccam.Answer.Why;

/**
 * Tells ICCAM of an item what there is to tell, one thing after another. What ICCAM took is stored before the next; a
 * crash in between finds it in ICCAM and does not tell it again.
 */
@Service
public class TellItem {

    private static final Logger LOG = LoggerFactory.getLogger(TellItem.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /** For so long one process has an item to itself: longer than ICCAM is waited for in one look. */
    private static final Duration CLAIMED = Duration.ofMinutes(5);

    /** For so long it is tried; then a person is asked. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** How often, and until when, it is looked at whether it came back after ICCAM took the last word. */
    private static final Duration RARELY = Duration.ofDays(1);

    private static final Duration COMES_BACK = Duration.ofDays(180);
    private static final String PERSON = "Person";

    private final Iccam iccam;
    private final Items items;
    private final ItemQueue queue;
    private final ItemCases cases;
    private final IccamRules rules;
    private final AskPerson askPerson;
    private final Clock clock;

    TellItem(
            Iccam iccam,
            Items items,
            ItemQueue queue,
            ItemCases cases,
            IccamRules rules,
            AskPerson askPerson,
            Clock clock) {
        this.iccam = iccam;
        this.items = items;
        this.queue = queue;
        this.cases = cases;
        this.rules = rules;
        this.askPerson = askPerson;
        this.clock = clock;
    }

    /**
     * Does the next thing about an item that is due, and has it looked at again as long as anything may follow. Of
     * several processes one does.
     */
    public void look(long contentId) {
        var now = clock.instant();
        items.find(contentId)
                .flatMap(item -> claimed(item, now))
                .map(item -> next(item, now))
                .flatMap(items::save)
                .ifPresent(this::lookAgain);
    }

    /** Put off, which one process can do; if it ends before it is done, the item is due again then. */
    private Optional<Item> claimed(Item item, Instant now) {
        if (item.due() == null || item.due().isAfter(now)) {
            lookAgain(item);
            return Optional.empty();
        }
        return items.save(item.dueAt(now.plus(CLAIMED)));
    }

    private void lookAgain(Item item) {
        Optional.ofNullable(item.due()).ifPresent(due -> queue.look(item.contentId(), due));
    }

    private Item next(Item item, Instant now) {
        if (!item.isTold(Item.REFERENCE)) {
            var answer = iccam.reference(item.contentId(), item.reference());
            return answered(item, Item.REFERENCE, null, answer, now);
        }
        if (item.reportId() == null) {
            return item.dueAt(null);
        }
        return cases.of(item.reportId(), rules.country())
                .map(known -> item.endedAt() == null ? next(item, known, now) : watched(item, known, now))
                .orElseGet(() -> item.dueAt(now.plus(AGAIN)));
    }

    private Item next(Item item, ItemCases.Known known, Instant now) {
        if (known.deeds().forPerson() && !item.isTold(PERSON)) {
            return forPerson(item, PERSON, known.caseId(), "NO_WORD_FOR_IT", now);
        }
        return known.deeds().all().stream()
                .filter(deed -> !item.isTold(deed.name()))
                .findFirst()
                .map(deed -> tell(item, deed, known.caseId(), now))
                .orElseGet(() -> item.dueAt(now.plus(AGAIN)));
    }

    private Item tell(Item item, Deed deed, UUID caseId, Instant now) {
        return switch (iccam.content(item.contentId())) {
            case Silent<Content> _ -> later(item, deed.name(), caseId, now);
            case Refused<Content> _ -> forPerson(item, deed.name(), caseId, "NOT_READABLE", now);
            case Said<Content>(var content)
            when content.isOver() || !content.isAssignedTo(rules.country()) -> {
                LOG.atInfo()
                        .addKeyValue("contentId", item.contentId())
                        .log("item of ICCAM is over or another country's; nothing more is told of it");
                yield item.dueAt(null);
            }
            case Said<Content>(var content)
            when !isWanted(deed, content) -> item.told(deed.name()).dueAt(now);
            case Said<Content> _ -> {
                var answer = iccam.tell(item.contentId(), deed);
                var next = answered(item, deed.name(), caseId, answer, now);
                yield answer instanceof Said && isFinal(deed) ? next.ended(now) : next;
            }
        };
    }

    /**
     * What was assessed as illegal everywhere or as nothing to act on cannot be assessed again, nor what was acted on.
     */
    private static boolean isWanted(Deed deed, Content content) {
        return switch (deed) {
            case Deed.Assess assess ->
                content.actions().isEmpty()
                        && (content.classified() == null
                                || (content.classified() == Classified.NATIONAL
                                        && assess.classified() != Classified.NATIONAL));
            case Deed.Act act -> !content.has(act.type());
        };
    }

    private static boolean isFinal(Deed deed) {
        return deed instanceof Deed.Act act && act.type().isFinal();
    }

    private Item answered(Item item, String name, @Nullable UUID caseId, Answer<Done> answer, Instant now) {
        return switch (answer) {
            case Said<Done> _ -> {
                LOG.atInfo()
                        .addKeyValue("contentId", item.contentId())
                        .addKeyValue("told", name)
                        .log("ICCAM was told of an item");
                yield item.told(name).dueAt(now);
            }
            case Refused<Done>(var why) when why == Why.OTHER -> forPerson(item, name, caseId, name, now);
            case Refused<Done>(var why) when why == Why.OVER -> item.told(name).dueAt(now);
            case Refused<Done> _, Silent<Done> _ -> later(item, name, caseId, now);
        };
    }

    private Item later(Item item, String name, @Nullable UUID caseId, Instant now) {
        var troubled = item.troubled(now);
        var since = troubled.troubledSince();
        return since != null && now.isBefore(since.plus(LONGEST))
                ? troubled.dueAt(now.plus(AGAIN))
                : forPerson(item, name, caseId, name, now);
    }

    private Item forPerson(Item item, String name, @Nullable UUID caseId, String what, Instant now) {
        askPerson.about(item.contentId(), caseId, what);
        return item.told(name).dueAt(now);
    }

    /** ICCAM has no way to take a last word back: if it is not true any more, a person reports it there anew. */
    private Item watched(Item item, ItemCases.Known known, Instant now) {
        var ended = Optional.ofNullable(item.endedAt()).orElse(now);
        if (known.deeds().all().stream().noneMatch(TellItem::isFinal)) {
            return forPerson(item, PERSON, known.caseId(), "NOT_SO_ANY_MORE", now)
                    .dueAt(null);
        }
        return item.dueAt(now.isBefore(ended.plus(COMES_BACK)) ? now.plus(RARELY) : null);
    }
}
