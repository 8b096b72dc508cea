package org.vigie.registry.provider;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Service;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.url.PublicSuffixes;

/** Corrects, merges and retires providers. Whoever changes one says which version they saw. */
@Service
public class ChangeProvider {

    private final Providers providers;
    private final Current<PublicSuffixes> suffixes;
    private final Groups groups;
    private final Clock clock;

    ChangeProvider(Providers providers, Current<PublicSuffixes> suffixes, Clock clock) {
        this.providers = providers;
        this.suffixes = suffixes;
        this.groups = new Groups(providers);
        this.clock = clock;
    }

    /**
     * Puts these facts in the place of the old ones; contacts and network objects that stay keep what was learnt, and
     * network objects of which nothing is said stay.
     *
     * @throws UnknownProvider if there is none
     * @throws EditedMeanwhile if it is at another version than was read
     * @throws UnusableFact if a fact cannot be used
     * @throws ProviderExists if another one has this name and type
     */
    public Provider correct(UUID id, LongPredicate read, ProviderFacts facts) {
        var known = seen(id, read);
        var now = clock.instant();
        var wanted = keeping(known, facts, factory().provider(id, facts, Source.MANUAL, now));
        groups.check(wanted, known);
        return saved(known.correctedTo(wanted).remembering(known, now));
    }

    /**
     * Adds network objects to those it has; one that it has already stays as it is.
     *
     * @throws UnknownProvider if there is none
     * @throws EditedMeanwhile if it is at another version than was read
     * @throws UnusableFact if one cannot be used, or they would be too many
     */
    public Provider add(UUID id, LongPredicate read, List<ObjectFact> facts) {
        var known = seen(id, read);
        var added = factory().objects(id, known.type(), facts, Source.MANUAL, clock.instant());
        return saved(known.withNetworkObjects(
                ProviderFactory.bounded(union(known.networkObjects(), added, NetworkObject::id))));
    }

    /**
     * Takes a network object from it; what it was stays among its past facts.
     *
     * @throws UnknownProvider if there is none
     * @throws UnknownNetworkObject if it has no such
     * @throws EditedMeanwhile if it is at another version than was read
     */
    public Provider remove(UUID id, LongPredicate read, UUID networkObject) {
        var known = seen(id, read);
        var left = known.networkObjects().stream()
                .filter(object -> !object.id().equals(networkObject))
                .toList();
        if (left.size() == known.networkObjects().size()) {
            throw new UnknownNetworkObject();
        }
        return saved(known.withNetworkObjects(left).remembering(known, clock.instant()));
    }

    /**
     * Says that the one is the other: the survivor takes over its network objects, contacts and subsidiaries, its id
     * stays and leads to the survivor. Done twice, or again after a crash, it is done once.
     *
     * @throws UnknownProvider if either is not there
     * @throws EditedMeanwhile if the one to merge is at another version than was read
     * @throws UnusableFact if they are the same, of different types, or the survivor is no longer active
     */
    public Provider merge(UUID id, LongPredicate read, UUID into) {
        var merged = seen(id, read);
        var survivor = providers.find(into).orElseThrow(() -> new UnknownProvider(into));
        if (survivor.id().equals(id) || survivor.type() != merged.type() || !survivor.active()) {
            throw new UnusableFact("into", "expected another active provider of the same type");
        }
        var now = clock.instant();
        var joined = survivor.takingOver(merged)
                .belongingTo(groups.afterMerger(survivor, merged))
                .remembering(survivor, now);
        if (!joined.equals(survivor)) {
            saved(joined);
        }
        providers.ofGroup(id).stream()
                .map(subsidiary -> subsidiary.belongingTo(into).remembering(subsidiary, now))
                .forEach(this::saved);
        return saved(merged.mergedInto(into));
    }

    /**
     * Takes a provider out of use; its history stays.
     *
     * @throws UnknownProvider if there is none
     * @throws EditedMeanwhile if it is at another version than was read
     */
    public Provider retire(UUID id, LongPredicate read) {
        return saved(seen(id, read).retire());
    }

    private static Provider keeping(Provider known, ProviderFacts facts, Provider said) {
        if (facts.networkObjects() != null) {
            return said;
        }
        if (said.type() != known.type() && !known.networkObjects().isEmpty()) {
            throw new UnusableFact("network_objects", "expected anew where the type is another one");
        }
        return said.withNetworkObjects(known.networkObjects());
    }

    private ProviderFactory factory() {
        return new ProviderFactory(suffixes.get());
    }

    private Provider saved(Provider changed) {
        return providers.save(changed).orElseThrow(() -> new EditedMeanwhile(changed.id()));
    }

    private Provider seen(UUID id, LongPredicate read) {
        var known = providers.find(id).orElseThrow(() -> new UnknownProvider(id));
        if (known.version() == null || !read.test(known.version())) {
            throw new EditedMeanwhile(id);
        }
        return known;
    }

    /** The first list, then what the second has beside it. */
    static <T> List<T> union(List<T> first, List<T> second, Function<T, UUID> id) {
        var joined = new LinkedHashMap<UUID, T>();
        first.forEach(each -> joined.put(id.apply(each), each));
        second.forEach(each -> joined.putIfAbsent(id.apply(each), each));
        return List.copyOf(joined.values());
    }
}
