package org.vigie.registry.provider;

import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which provider belongs to which: a subsidiary names its group, and never, at any depth, itself. */
final class Groups {

    private final Providers providers;

    Groups(Providers providers) {
        this.providers = providers;
    }

    /**
     * Refuses a group that cannot be one; the group that it has already stays acceptable, whatever became of it.
     *
     * @param known the provider as it is, absent for a new one
     * @throws UnusableFact if the group is not there, out of use, the provider itself or below it
     */
    void check(Provider wanted, @Nullable Provider known) {
        var group = wanted.group();
        if (group == null || (known != null && group.equals(known.group()))) {
            return;
        }
        if (providers.find(group).filter(Provider::active).isEmpty()) {
            throw new UnusableFact("group", "expected a provider that is known, in use and not merged into another");
        }
        if (isWithin(group, wanted.id())) {
            throw new UnusableFact("group", "expected a provider that does not belong to this one");
        }
    }

    /**
     * The group of the survivor of a merger. It takes the place of the other where it belonged to it; otherwise it
     * stays where it is, or where it is nowhere, comes to where the other was, unless that is below itself.
     */
    @Nullable
    UUID afterMerger(Provider survivor, Provider merged) {
        if (isWithin(survivor.id(), merged.id())) {
            return merged.group();
        }
        var inherited = merged.group() == null || isWithin(merged.group(), survivor.id()) ? null : merged.group();
        return survivor.group() == null ? inherited : survivor.group();
    }

    /** Whether it is the group, or belongs to it at any depth. */
    private boolean isWithin(UUID id, UUID group) {
        var seen = new HashSet<UUID>();
        var at = Optional.of(id);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get().equals(group)) {
                return true;
            }
            at = at.flatMap(providers::find).map(Provider::group);
        }
        return false;
    }
}
