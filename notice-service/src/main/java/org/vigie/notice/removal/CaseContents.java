package org.vigie.notice.removal;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.events.Verification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;

/** What the units of a case are together: which are one, and what that makes of what was targeted. */
final class CaseContents {

    private CaseContents() {}

    /** Whether there are some and every one of them is not illegal. */
    static boolean areNotIllegal(List<ContentUnit> contents) {
        return !contents.isEmpty()
                && contents.stream().allMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL);
    }

    /** A unit that shares a hash with several known ones makes them one; what was targeted twice counts once. */
    static void merge(CaseDraft draft, ContentUnit seen) {
        var same = draft.contents.stream().filter(seen::isSameAs).toList();
        if (same.isEmpty()) {
            draft.contents.add(seen);
            return;
        }
        var merged = joined(draft, same).seenAgain(seen);
        draft.contents.removeAll(same);
        draft.contents.add(merged);
    }

    /** Units that carry one of the tokens are the content, and one unit. */
    static void agree(CaseDraft draft, List<String> carried, Content content) {
        var same = draft.contents.stream()
                .filter(unit -> unit.token() != null && carried.contains(unit.token()))
                .toList();
        if (!same.isEmpty()) {
            var merged = joined(draft, same).agreeing(content);
            var place = draft.contents.indexOf(same.getFirst());
            draft.contents.removeAll(same);
            draft.contents.add(place, merged);
        }
    }

    private static ContentUnit joined(CaseDraft draft, List<ContentUnit> same) {
        var merged = same.getFirst();
        for (var absorbed : same.subList(1, same.size())) {
            var before = merged;
            draft.eachTargeting(
                    targeting -> isDouble(draft, targeting, absorbed, before) ? targeting.voided("MERGED") : targeting);
            merged = merged.absorbing(absorbed);
        }
        return merged;
    }

    /** Whether what the targeting of the absorbed unit says is said by one of the survivor already. */
    private static boolean isDouble(CaseDraft draft, Targeting targeting, ContentUnit absorbed, ContentUnit survivor) {
        return absorbed.isCalled(targeting.contentId())
                && draft.targetings.stream()
                        .anyMatch(other -> survivor.isCalled(other.contentId()) && other.isAtTheSameAs(targeting));
    }

    /**
     * Those of the units that the others are not, by identity: a move changes a few of hundreds and leaves the rest the
     * objects they were.
     */
    static List<ContentUnit> notIn(List<ContentUnit> others, List<ContentUnit> units) {
        Set<ContentUnit> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(others);
        return units.stream().filter(unit -> !same.contains(unit)).toList();
    }

    /** The units by their ids, those included of units that turned out to be one of them. */
    static Map<UUID, ContentUnit> byId(List<ContentUnit> units) {
        var byId = new HashMap<UUID, ContentUnit>();
        for (var unit : units) {
            byId.putIfAbsent(unit.contentId(), unit);
            unit.absorbed().forEach(id -> byId.putIfAbsent(id, unit));
        }
        return byId;
    }

    /** A targeting tells facts of its content; where they changed it is a new version of it. */
    static void correct(CaseDraft draft, RemovalCase known) {
        for (var before : notIn(draft.contents, known.contents())) {
            var changed = draft.contents.stream()
                    .anyMatch(after -> after.isCalled(before.contentId()) && !after.countsAs(before));
            if (changed) {
                draft.eachTargeting(
                        targeting -> before.isCalled(targeting.contentId()) ? targeting.corrected() : targeting);
            }
        }
    }
}
