package org.vigie.metrics.removal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.CaseCycles;
import org.vigie.metrics.ledger.Entry;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;
import org.vigie.metrics.ledger.Tally;
import org.vigie.metrics.provider.Providers;

/** Measures groups of targetings, or of the case-cycles they belong to. */
@Service
public class MeasureGroups {

    private static final String UNKNOWN = "UNKNOWN";

    private final Bookkeeping bookkeeping;
    private final Providers providers;

    public MeasureGroups(Bookkeeping bookkeeping, Providers providers) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
    }

    /** One row for each group of what is chosen. */
    public GroupTable table(Grouping grouping, Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        return new GroupTable(asOf.instant(), bookkeeping.read(ledger -> rows(ledger, grouping, selection, asOf)));
    }

    private List<GroupTable.Row> rows(Ledger ledger, Grouping grouping, Selection selection, AsOf asOf) {
        var tallies = new HashMap<String, Tally>();
        if (grouping == Grouping.TYPE) {
            asOf.entries(ledger)
                    .filter(entry -> chosen(selection, entry))
                    .forEach(
                            entry -> tally(tallies, grouping, entry.lifecycle()).add(entry));
        } else {
            var chosen = asOf.entriesByCase(ledger)
                    .map(entries -> entries.stream()
                            .filter(entry -> chosen(selection, entry))
                            .toList());
            new CaseCycles(ledger).forEach(chosen, unit -> {
                var tally = tally(tallies, grouping, unit.unit().lifecycle());
                tally.add(asOf.entry(unit.unit()));
                unit.members().forEach(member -> tally.alsoAt(member.lifecycle().content()));
            });
        }
        return tallies.entrySet().stream()
                .map(tally -> new GroupTable.Row(tally.getKey(), indicators(ledger, tally.getValue(), asOf)))
                .sorted(order(grouping))
                .toList();
    }

    private boolean chosen(Selection selection, Entry entry) {
        return selection.chooses(entry.lifecycle(), providers::find);
    }

    private Tally tally(Map<String, Tally> tallies, Grouping grouping, Lifecycle lifecycle) {
        return tallies.computeIfAbsent(group(grouping, lifecycle), _ -> new Tally());
    }

    private static RemovalIndicators indicators(Ledger ledger, Tally tally, AsOf asOf) {
        return RemovalIndicators.of(tally.cell(), tally.distinct(ledger, asOf.knownUpTo()), asOf.hour());
    }

    private String group(Grouping grouping, Lifecycle lifecycle) {
        return switch (grouping) {
            case TYPE -> name(type(providers.find(lifecycle.provider())));
            case STAGE -> lifecycle.maturation().name();
            case CATEGORY -> lifecycle.category().name();
            case COUNTRY -> name(country(providers.find(lifecycle.provider())));
            case MONTH -> lifecycle.month().toString();
            case TOTAL -> "ALL";
        };
    }

    private static @Nullable Object type(@Nullable ProviderSnapshot provider) {
        return provider == null ? null : provider.type();
    }

    private static @Nullable Object country(@Nullable ProviderSnapshot provider) {
        return provider == null ? null : provider.country();
    }

    private static String name(@Nullable Object group) {
        return group == null ? UNKNOWN : group.toString();
    }

    private static Comparator<GroupTable.Row> order(Grouping grouping) {
        var byName = Comparator.comparing(GroupTable.Row::group);
        return grouping == Grouping.MONTH
                ? byName
                : Comparator.comparingLong(
                                (GroupTable.Row row) -> row.indicators().cell().targeted())
                        .reversed()
                        .thenComparing(byName);
    }
}
