package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;

/**
 * Content units of cases and cycles, each counted once however many providers were written to: its clock runs from the
 * earliest handover, it repeats if any of its targetings does, and if it moved away from everybody who was told, its
 * own presence says how it ended.
 */
public final class CaseCycles {

    private static final Comparator<Entry> EARLIEST_FIRST = Comparator.comparingLong(
                    (Entry entry) -> entry.lifecycle().handedOverAt())
            .thenComparing(entry -> entry.lifecycle().targetingId());

    private final Ledger ledger;

    public CaseCycles(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One unit and what it was made from.
     *
     * @param unit the whole, in the provider and role of the earliest targeting
     * @param members its targetings, earliest first
     */
    public record Unit(Entry unit, List<Entry> members) {}

    /** The units of the entries of one case, void ones left out. */
    public List<Unit> of(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var units = new LinkedHashMap<Key, List<Entry>>();
        for (var entry : entries) {
            if (entry.lifecycle().counts()) {
                units.computeIfAbsent(Key.of(entry.lifecycle()), _ -> new ArrayList<>(1))
                        .add(entry);
            }
        }
        return units.values().stream().map(this::unit).toList();
    }

    private Unit unit(List<Entry> members) {
        members.sort(EARLIEST_FIRST);
        var first = members.getFirst().lifecycle();
        var notices = 0;
        var bounces = 0;
        var repeat = false;
        Long delivered = null;
        for (var member : members) {
            notices += member.lifecycle().noticesSent();
            bounces += member.lifecycle().bounces();
            repeat |= member.repeat();
            delivered = earlier(delivered, member.lifecycle().deliveredAt());
        }
        var answers =
                AnswersAsOf.together(members.stream().map(Entry::lifecycle).toList());
        var whole = first.with(delivered, ending(members), notices, bounces, answers);
        return new Unit(new Entry(whole, repeat), members);
    }

    private Ending ending(List<Entry> members) {
        var open = false;
        Removed found = null;
        for (var member : members) {
            switch (member.lifecycle().ending()) {
                case Removed removed -> found = found == null ? removed : found.orOwn(removed);
                case Open _ -> open = true;
                case Ending.Moved _, Ending.Voided _ -> {} // asked of the presence below
            }
        }
        if (found != null) {
            return found;
        }
        return open ? new Open() : ownEnding(members.getFirst().lifecycle());
    }

    private Ending ownEnding(Lifecycle first) {
        var presence = ledger.presenceOf(first.caseId());
        if (presence == null) {
            return new Open();
        }
        return presence.removals().stream()
                .filter(removal -> removal.firstDownAt() >= first.handedOverAt())
                .findFirst()
                .<Ending>map(removal -> new Removed(removal.firstDownAt(), removal.outageClass(), null))
                .orElseGet(Open::new);
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : Long.valueOf(Math.min(one, other));
    }

    private record Key(int cycle, UUID content) {
        static Key of(Lifecycle lifecycle) {
            return new Key(lifecycle.cycle(), lifecycle.content().content());
        }
    }
}
