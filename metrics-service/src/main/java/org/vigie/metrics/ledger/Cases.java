package org.vigie.metrics.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;

/**
 * Cases and their presence, written down by number, and what they say was sighted where, which the histories are told.
 */
final class Cases {

    private final Interned numbers;
    private final Interned providers;
    private final Lifecycles lifecycles;
    private final Histories histories;
    private final Merges merges;
    private final Written cases = new Written();
    private final Written presences = new Written();

    Cases(Interned numbers, Interned providers, Lifecycles lifecycles, Histories histories, Merges merges) {
        this.numbers = numbers;
        this.providers = providers;
        this.lifecycles = lifecycles;
        this.histories = histories;
        this.merges = merges;
    }

    boolean isNews(CaseSnapshot snapshot) {
        var known = cases.get(numbers.find(snapshot.caseId()));
        return known == null || CountedCase.version(known) < snapshot.version();
    }

    boolean isNews(AvailabilitySnapshot snapshot) {
        var known = presences.get(numbers.find(snapshot.caseId()));
        return known == null || CountedPresence.version(known) < snapshot.version();
    }

    void put(CaseSnapshot snapshot) {
        var number = numbers.number(snapshot.caseId());
        changing(number, () -> cases.set(number, CountedCase.write(snapshot, providers)));
    }

    void put(AvailabilitySnapshot snapshot) {
        var number = numbers.number(snapshot.caseId());
        changing(number, () -> presences.set(number, CountedPresence.write(snapshot)));
    }

    int count() {
        return cases.count();
    }

    Stream<CountedCase> all() {
        return IntStream.range(0, cases.end()).mapToObj(this::find).filter(Objects::nonNull);
    }

    /** The case of the number, null if nothing is known of it. */
    @Nullable
    CountedCase find(int number) {
        var known = cases.get(number);
        return known == null ? null : CountedCase.read(numbers.id(number), known, providers);
    }

    /** What is known of the presence of a case, null if nothing is. */
    @Nullable
    CountedPresence presence(int number) {
        var known = presences.get(number);
        return known == null ? null : CountedPresence.read(known);
    }

    /** Tells what is sighted at a provider that a targeting of a case newly names; nothing if another names it too. */
    void addressed(int row) {
        var number = lifecycles.caseOf(row);
        if (cases.get(number) == null) {
            return;
        }
        var provider = histories.providerNumber(lifecycles.history(row));
        var named = lifecycles
                .rowsOfCase(number)
                .anyMatch(other -> other != row && histories.providerNumber(lifecycles.history(other)) == provider);
        if (!named && !here(number).contains(provider)) {
            sight(number, Set.of(provider));
        }
    }

    /** Changes what is known of a case, and with it what was sighted where. */
    void changing(int number, Runnable change) {
        unsight(number);
        change.run();
        sight(number, providersOf(number));
    }

    /** Forgets all sightings and tells them once more. */
    void sightAgain(Runnable change) {
        for (int number = 0; number < cases.end(); number++) {
            unsight(number);
        }
        change.run();
        for (int number = 0; number < cases.end(); number++) {
            sight(number, providersOf(number));
        }
    }

    private void unsight(int number) {
        var known = find(number);
        if (known != null) {
            for (var provider : providersOf(number)) {
                for (var content : known.contents()) {
                    histories.unsighted(history(provider, content), number);
                }
            }
        }
    }

    /** Tells when each content of the case was sighted at the providers. */
    private void sight(int number, Set<Integer> at) {
        var known = find(number);
        if (known == null) {
            return;
        }
        var here = here(number);
        var removals = removals(number);
        for (var provider : at) {
            for (var content : known.contents()) {
                var history = history(provider, content);
                histories.sighted(history, number, content.firstReportedAt());
                if (here.contains(provider)) {
                    for (var removal : removals) {
                        if (removal.reappearedAt() != null) {
                            histories.sighted(history, number, removal.reappearedAt());
                        }
                    }
                }
            }
        }
    }

    private int history(int provider, CountedCase.Content content) {
        return histories.number(provider, content.name(), content.identified());
    }

    private List<CountedPresence.Removal> removals(int number) {
        var presence = presence(number);
        return presence == null ? List.of() : presence.removals();
    }

    /** Every provider that had to do with the case, none while nothing is known of it. */
    private Set<Integer> providersOf(int number) {
        var all = here(number);
        if (cases.get(number) != null) {
            lifecycles
                    .rowsOfCase(number)
                    .map(row -> histories.providerNumber(lifecycles.history(row)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Its host and whom it is written to. */
    private Set<Integer> here(int number) {
        var here = HashSet.<Integer>newHashSet(4);
        var known = cases.get(number);
        if (known != null) {
            for (var provider : CountedCase.providers(known)) {
                if (provider >= 0) {
                    here.add(survivor(provider));
                }
            }
        }
        return here;
    }

    private int survivor(int provider) {
        UUID id = providers.id(provider);
        var survivor = merges.survivor(id);
        return survivor.equals(id) ? provider : providers.number(survivor);
    }
}
