package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/** What a look says of a URL's presence. */
public enum Signal {
    REACHABLE(Meaning.UP),
    /** One identity was shown the content and another was told that it is gone. */
    CLOAKED(Meaning.UP, Flag.CLOAKED),
    /** Another registrable domain serves it now; this URL stays open. */
    MOVED(Meaning.UP),
    GONE_410(RemovalRule.GONE_410),
    GONE_404(RemovalRule.GONE_404),
    SOFT_GONE(RemovalRule.SOFT_GONE),
    PARKED(RemovalRule.SOFT_GONE),
    NAME_GONE(RemovalRule.NAME_GONE),
    NO_ADDRESS(RemovalRule.OUTAGE),
    DNS_BROKEN(RemovalRule.OUTAGE),
    UNROUTABLE(RemovalRule.OUTAGE),
    INFRA_DOWN(RemovalRule.OUTAGE),
    BLOCKED(Meaning.NEITHER, Flag.BLOCKED),
    GATED(Meaning.NEITHER, Flag.GATED),
    /** Removal needs agreement from two jurisdictions (RFC 7725 says nothing of others); one place cannot tell. */
    LEGAL_BLOCK(Meaning.NEITHER, Flag.UNVERIFIABLE),
    PROBE_REJECTED(Meaning.NEITHER, Flag.UNVERIFIABLE),
    UNVERIFIABLE(Meaning.NEITHER, Flag.UNVERIFIABLE),
    /** Our own side failed: as if nobody had looked. */
    LOCAL_FAULT(Meaning.NEITHER);

    /** What a signal does to a run of bad looks: ends it, lengthens it, or neither. */
    public enum Meaning {
        UP,
        DOWN,
        NEITHER
    }

    private final Meaning meaning;
    private final @Nullable Flag flag;
    private final @Nullable RemovalRule rule;

    Signal(Meaning meaning) {
        this(meaning, null, null);
    }

    Signal(Meaning meaning, Flag flag) {
        this(meaning, flag, null);
    }

    Signal(RemovalRule rule) {
        this(Meaning.DOWN, null, rule);
    }

    Signal(Meaning meaning, @Nullable Flag flag, @Nullable RemovalRule rule) {
        this.meaning = meaning;
        this.flag = flag;
        this.rule = rule;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** Why the look could not tell, absent if it could. */
    public @Nullable Flag flag() {
        return flag;
    }

    /** What confirms a removal that shows like this; only of a signal that means down. */
    RemovalRule rule() {
        if (rule == null) {
            throw new IllegalStateException(this + " never amounts to a removal");
        }
        return rule;
    }

    /** Name of the rule that confirms a removal, absent if it never amounts to one. */
    public @Nullable String confirmedBy() {
        return rule == null ? null : rule.name();
    }

    /** Whether the name or the machine is what failed, so that every URL of the host has it. */
    public boolean isAboutTheHost() {
        return switch (this) {
            case NAME_GONE, NO_ADDRESS, DNS_BROKEN, UNROUTABLE, INFRA_DOWN, PARKED, BLOCKED -> true;
            case REACHABLE,
                    CLOAKED,
                    MOVED,
                    GONE_410,
                    GONE_404,
                    SOFT_GONE,
                    GATED,
                    LEGAL_BLOCK,
                    PROBE_REJECTED,
                    UNVERIFIABLE,
                    LOCAL_FAULT -> false;
        };
    }
}
