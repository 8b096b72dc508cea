package org.vigie.notice.oversight;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.CaseFilter;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;

/** Lists cases page by page in the order of their ids. */
@Service
public class ListCases {

    /** A case is stuck once its next step has been due for so long by the one clock. */
    private static final Duration STUCK = Duration.ofMinutes(15);

    /** Cases with a task are looked through in so many portions at most, before a part is answered. */
    private static final int PORTIONS = 20;

    private final Cases cases;
    private final Tasks tasks;
    private final PartnerReferences partners;
    private final PlaceTokens tokens;
    private final Clock clock;

    ListCases(Cases cases, Tasks tasks, PartnerReferences partners, PlaceTokens tokens, Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.partners = partners;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Why a case is stuck. */
    public enum Stuck {
        STEP_LATE,
        NOTICE_NOT_WRITABLE
    }

    /** Tells which cases were reported under a partner's own reference. */
    public interface PartnerReferences {

        /** None if no report has it. */
        List<UUID> casesOfPartner(String partnerReference);
    }

    /**
     * What is looked for: cases that meet everything that is not absent.
     *
     * @param stuck whether the next step has been due for 15 minutes, or no notice can be written; false asks for
     *     nothing
     * @param task kind of an open task
     */
    public record Wanted(
            CaseFilter filter,
            boolean stuck,
            @Nullable TaskKind task,
            @Nullable String partnerReference) {

        public static final Wanted ANY = new Wanted(CaseFilter.ALL, false, null, null);

        public Wanted meeting(CaseFilter wanted) {
            return new Wanted(wanted, stuck, task, partnerReference);
        }

        public Wanted stuck(boolean wanted) {
            return new Wanted(filter, wanted, task, partnerReference);
        }

        public Wanted with(@Nullable TaskKind wanted) {
            return new Wanted(filter, stuck, wanted, partnerReference);
        }

        public Wanted ofPartner(@Nullable String reference) {
            return new Wanted(filter, stuck, task, reference);
        }

        /** Whether anything is looked for. */
        public boolean isAnything() {
            return equals(ANY);
        }
    }

    /**
     * Part of a list.
     *
     * @param next where the next part begins, absent at the end; a part may be short or empty before it
     */
    public record Page(List<RemovalCase> cases, @Nullable UUID next) {}

    /** The token by which the cases of a host are listed; empty if it is none. */
    public Optional<String> hostToken(String host) {
        return tokens.ofHost(host);
    }

    /** The cases after the cursor. */
    public Page page(Wanted wanted, @Nullable UUID after, int limit) {
        var known = wanted.stuck() ? wanted.filter().stuckBefore(clock.instant().minus(STUCK)) : wanted.filter();
        var reference = wanted.partnerReference();
        var filter = reference == null ? known : known.among(partners.casesOfPartner(reference));
        return wanted.task() == null
                ? page(cases.page(filter, after, limit), limit)
                : withTask(wanted.task(), filter, after, limit);
    }

    /** These cases in the order of their ids; ids of none are left out. */
    public List<RemovalCase> these(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : cases.page(CaseFilter.ALL.among(ids), null, ids.size());
    }

    /** How many cases there are of each state that is shown to people, 0 of those without. */
    public Map<CaseStatus, Long> counts() {
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        for (var shown : CaseStatus.values()) {
            counts.put(shown, 0L);
        }
        counts.putAll(cases.counts());
        return counts;
    }

    /** Cases that wait for nothing that would come by itself, each with why. */
    public Map<UUID, Stuck> stuck(int limit) {
        var late = clock.instant().minus(STUCK);
        var stuck = new LinkedHashMap<UUID, Stuck>();
        cases.due().forEach((caseId, due) -> {
            if (due.isBefore(late)) {
                stuck.put(caseId, Stuck.STEP_LATE);
            }
        });
        cases.unwritable(limit).forEach(caseId -> stuck.putIfAbsent(caseId, Stuck.NOTICE_NOT_WRITABLE));
        return stuck;
    }

    private Page withTask(TaskKind kind, CaseFilter filter, @Nullable UUID after, int limit) {
        var found = new ArrayList<RemovalCase>();
        var cursor = after;
        for (int portion = 0; portion < PORTIONS && found.size() < limit; portion++) {
            var open = tasks.casesWith(kind, cursor, limit);
            var ids = filter.ids();
            var asked = ids == null ? open : open.stream().filter(ids::contains).toList();
            found.addAll(cases.page(filter.among(asked), null, limit));
            if (open.isEmpty()) {
                return page(found, limit);
            }
            cursor = open.getLast();
        }
        return found.size() > limit ? page(found.subList(0, limit), limit) : new Page(found, cursor);
    }

    private static Page page(List<RemovalCase> found, int limit) {
        return new Page(
                List.copyOf(found),
                found.size() < limit ? null : found.getLast().caseId());
    }
}
