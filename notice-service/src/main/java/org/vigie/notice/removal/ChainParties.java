package org.vigie.notice.removal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.events.Role;

/**
 * Who has to do with the content, as far as a chain says. That somebody is not named means nothing where nobody could
 * be: an unanswered question, or a name that leads nowhere, has moved no content.
 *
 * @param there everybody whom it names
 * @param unsaid roles of which it says nothing
 */
public record ChainParties(List<Addressee> there, Set<Role> unsaid) {

    private static final Set<Role> KNOWN_BY_REGISTRIES = Set.of(Role.REGISTRAR, Role.REGISTRY);

    public ChainParties {
        there = List.copyOf(there);
        unsaid = Set.copyOf(unsaid);
    }

    /**
     * As a chain names them.
     *
     * @param leadsSomewhere whether it says where the content lies
     * @param degraded whether a question was not answered
     */
    public static ChainParties of(List<Addressee> there, boolean leadsSomewhere, boolean degraded) {
        if (!leadsSomewhere) {
            return new ChainParties(there, EnumSet.allOf(Role.class));
        }
        return new ChainParties(there, degraded ? KNOWN_BY_REGISTRIES : Set.of());
    }

    boolean names(Addressee addressee) {
        return there.contains(addressee);
    }

    /** Whether it would name the addressee if the content were still there. */
    public boolean leavesOut(Addressee addressee) {
        return !there.contains(addressee) && !unsaid.contains(addressee.role());
    }
}
