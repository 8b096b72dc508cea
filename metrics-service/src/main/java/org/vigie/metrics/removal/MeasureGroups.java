package org.vigie.metrics.removal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.metrics.ledger.AsOf;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.CaseCycles;
import org.vigie.metrics.ledger.CaseCycles.Unit;
import org.vigie.metrics.ledger.Entry;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.ledger.Tally;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.volume.CaseFiguresBy;
import org.vigie.metrics.volume.Delays;
import org.vigie.metrics.volume.MeasureVolume;

/** Measures groups of targetings, or of the case-cycles they belong to. */
@Service
public class MeasureGroups {

    /** The one group of the totals. */
    public static final String ALL = "ALL";

    /** The group of what has no value to be grouped by. */
    public static final String UNKNOWN = "UNKNOWN";

    private final Bookkeeping bookkeeping;
    private final Providers providers;
    private final MeasureVolume measureVolume;

    public MeasureGroups(Bookkeeping bookkeeping, Providers providers, MeasureVolume measureVolume) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
        this.measureVolume = measureVolume;
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
            var caseCycles = new CaseCycles(ledger);
            chosenByCase(ledger, selection, asOf).forEach(entries -> {
                caseCycles.of(entries).forEach(unit -> add(unit, tallies, grouping, asOf));
                entries.stream()
                        .map(Entry::lifecycle)
                        .filter(Lifecycle::isVoidAndDisputed)
                        .forEach(voided -> tally(tallies, grouping, voided).addDisputes(voided));
            });
        }
        return tallies.entrySet().stream()
                .map(tally -> new GroupTable.Row(tally.getKey(), indicators(ledger, tally.getValue(), asOf)))
                .sorted(order(grouping))
                .toList();
    }

    private void add(Unit unit, Map<String, Tally> tallies, Grouping grouping, AsOf asOf) {
        var tally = tally(tallies, grouping, unit.unit().lifecycle());
        tally.add(asOf.entry(unit.unit()));
        unit.members().forEach(member -> tally.alsoAt(member.lifecycle().content()));
    }

    /** What the cases of what is chosen say of each group; the key is the group of a row. */
    public CaseFiguresBy<String> caseFigures(Grouping grouping, Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        return bookkeeping.read(ledger -> {
            var figures = new CaseFiguresBy<String>(ledger, asOf.instant());
            var caseCycles = new CaseCycles(ledger);
            chosenByCase(ledger, selection, asOf)
                    .map(entries -> grouping == Grouping.TYPE
                            ? entries.stream().map(Entry::lifecycle)
                            : caseCycles.of(entries).stream()
                                    .map(unit -> asOf.entry(unit.unit()).lifecycle()))
                    .forEach(lifecycles -> figures.add(lifecycles.toList(), lifecycle -> group(grouping, lifecycle)));
            return figures;
        });
    }

    /** How long the cases of what is chosen waited for us; of everything, those included that no notice named. */
    public Delays delays(Selection selection) {
        return selection.equals(Selection.EVERYTHING)
                ? measureVolume.delays()
                : caseFigures(Grouping.TOTAL, selection).of(ALL).ownDelay();
    }

    private Stream<List<Entry>> chosenByCase(Ledger ledger, Selection selection, AsOf asOf) {
        return asOf.entriesByCase(ledger)
                .map(entries -> entries.stream()
                        .filter(entry -> chosen(selection, entry))
                        .toList());
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
            case TOTAL -> ALL;
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
