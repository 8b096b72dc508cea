package org.vigie.availability.watch;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Gate;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/** What a check says of a URL's presence. */
public enum Signal {
    REACHABLE(Meaning.UP),
    /** One identity was shown the content and another was told that it is gone. */
    CLOAKED(Meaning.UP, Flag.CLOAKED, Witness.NONE),
    /** Another registrable domain serves it now; this URL stays open. */
    MOVED(Meaning.UP),
    GONE_410(RemovalRule.GONE_410),
    GONE_404(RemovalRule.GONE_404),
    /** Not found, and no URL beside it could be asked for to tell what that means there. */
    GONE_UNCONTROLLED(RemovalRule.GONE_UNCONTROLLED),
    SOFT_GONE(RemovalRule.SOFT_GONE),
    /** It has not a single byte. */
    EMPTY(RemovalRule.SOFT_GONE),
    /** It alone is answered with something else, while what does not exist is answered as ever. */
    REPLACED(RemovalRule.SOFT_GONE),
    PARKED(RemovalRule.SOFT_GONE),
    /** It alone is refused to everybody who was let in before, while its controls are not. */
    SHUT(RemovalRule.SHUT),
    NAME_GONE(RemovalRule.NAME_GONE),
    NO_ADDRESS(RemovalRule.OUTAGE),
    DNS_BROKEN(RemovalRule.OUTAGE),
    UNROUTABLE(RemovalRule.OUTAGE),
    INFRA_DOWN(RemovalRule.OUTAGE),
    BLOCKED(Meaning.NEITHER, Flag.BLOCKED, Witness.VANTAGE),
    THROTTLED(Meaning.NEITHER, Flag.BLOCKED, Witness.PERSON),
    BOT_CHECK(Meaning.NEITHER, Flag.BLOCKED, Witness.PERSON),
    REGION_BLOCK(Meaning.NEITHER, Flag.BLOCKED, Witness.PERSON),
    HOTLINK_BLOCK(Meaning.NEITHER, Flag.BLOCKED, Witness.PERSON),
    GATED(Meaning.NEITHER, Flag.GATED, Witness.PERSON),
    AGE_CHECK(Meaning.NEITHER, Flag.GATED, Witness.PERSON),
    COOKIE_CHECK(Meaning.NEITHER, Flag.GATED, Witness.PERSON),
    /** The URL and what cannot exist are answered alike since lately: the site was replaced, or put behind a gate. */
    TURNED_ALIKE(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.VANTAGE),
    /** What was the same for long is another type, length or version now, or lies elsewhere. */
    CHANGED(Meaning.NEITHER, Flag.CHANGED, Witness.PERSON),
    /** The URL itself says that its signature has run out: it is dead for all, and nobody took anything down. */
    LINK_EXPIRED(Meaning.NEITHER, Flag.EXPIRED, Witness.PERSON),
    /** Whether it holds elsewhere too, one place cannot tell (RFC 7725 says nothing of others). */
    LEGAL_BLOCK(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.PERSON),
    PROBE_REJECTED(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.VANTAGE),
    UNVERIFIABLE(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.PERSON),
    /** Never asked for: by a word in the URL, asking does something. */
    ACTION_URL(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.PERSON),
    /** Never asked for: the provider's rule forbids it. */
    PROBE_RULE(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.PERSON),
    /** The page is there; what its program loads by the fragment no check sees. */
    FRAGMENT(Meaning.NEITHER, Flag.UNVERIFIABLE, Witness.PERSON),
    /** Our own side failed: as if nobody had looked. */
    LOCAL_FAULT(Meaning.NEITHER);

    /** What a signal does to a streak of failed checks: ends it, lengthens it, or neither. */
    public enum Meaning {
        UP,
        DOWN,
        NEITHER
    }

    /** Who must say that it is gone, beside consistent checks that cannot tell, to call it removed. */
    enum Witness {
        /** Nobody can. */
        NONE,
        /** A person who looked. */
        PERSON,
        /** A person, or another vantage that cannot see it either. */
        VANTAGE
    }

    private static final Set<Signal> OF_THE_HOST = EnumSet.of(
            NAME_GONE,
            NO_ADDRESS,
            DNS_BROKEN,
            UNROUTABLE,
            INFRA_DOWN,
            PARKED,
            BLOCKED,
            THROTTLED,
            BOT_CHECK,
            TURNED_ALIKE);

    private final Meaning meaning;
    private final @Nullable Flag flag;
    private final @Nullable RemovalRule rule;
    private final Witness witness;

    Signal(Meaning meaning) {
        this(meaning, null, null, Witness.NONE);
    }

    Signal(Meaning meaning, Flag flag, Witness witness) {
        this(meaning, flag, null, witness);
    }

    Signal(RemovalRule rule) {
        this(Meaning.DOWN, null, rule, Witness.NONE);
    }

    Signal(Meaning meaning, @Nullable Flag flag, @Nullable RemovalRule rule, Witness witness) {
        this.meaning = meaning;
        this.flag = flag;
        this.rule = rule;
        this.witness = witness;
    }

    static Signal of(Gate gate) {
        return switch (gate) {
            case LOGIN -> GATED;
            case BOT_CHECK -> BOT_CHECK;
            case AGE_CHECK -> AGE_CHECK;
            case COOKIE_CHECK -> COOKIE_CHECK;
            case REGION -> REGION_BLOCK;
            case HOTLINK -> HOTLINK_BLOCK;
        };
    }

    Witness witness() {
        return witness;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** Why the check could not tell, absent if it could. */
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

    /**
     * Whether a streak of checks that call for the rule cannot go on over this check, although it cannot tell whether
     * the content is there: who shows something else has not lost it to a 404, and who asks for an age or a password is
     * not down.
     */
    boolean contradicts(RemovalRule rule) {
        return this == CHANGED
                || (rule == RemovalRule.OUTAGE && (this == GATED || this == AGE_CHECK || this == COOKIE_CHECK));
    }

    /** Whether the name or the machine is what failed, so that every URL of the host has it. */
    public boolean isAboutTheHost() {
        return OF_THE_HOST.contains(this);
    }
}
