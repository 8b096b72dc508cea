package org.vigie.notice.removal;

import java.util.List;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.notice.content.ContentUnit;

/** What a provider answered to a notice. None of these ever says that anything was removed: checks do. */
public enum ReplyOutcome {
    /** It acted on the notice. */
    ACTIONED,
    /** It found nothing there any more. */
    ALREADY_DOWN,
    /** It passed the notice to its customer. */
    FORWARDED_TO_CUSTOMER,
    /** It named who hosts the origin. */
    ORIGIN_DISCLOSED,
    /** It has nothing to do with the URL. */
    NOT_OURS,
    /** It needs something before it acts. */
    NEED_MORE_INFO,
    /** It looked and will do nothing. */
    REVIEWED_NO_ACTION,
    /** It refuses to act. */
    REFUSED,
    /** It says that the person shown is an adult. */
    DISPUTES_AGE,
    /** It says that the material is lawful where it is. */
    DISPUTES_LEGALITY,
    /** It says that the notice is wrong in fact: another URL, nothing to be seen, not public. */
    DISPUTES_TECHNICAL,
    /** It cannot be told what it means. */
    UNPARSED;

    /** What follows for the case. */
    public enum Effect {
        /** A check is made at once. */
        CHECK,
        /** A chain is asked for, which may name somebody better to write to. */
        NEW_CHAIN,
        /** The addressee had its time: the next one is written to. */
        NEXT_ADDRESSEE,
        /** Nothing is sent until a second assessor decides. */
        DISPUTE,
        /** A person must read it and answer. */
        TASK,
        /** It is recorded, and nothing else changes. */
        NONE
    }

    /** What an answer that disputes a notice says against it. */
    public Ground ground() {
        return switch (this) {
            case DISPUTES_AGE -> Ground.AGE;
            case DISPUTES_LEGALITY -> Ground.LEGALITY;
            case DISPUTES_TECHNICAL -> Ground.TECHNICAL;
            case ACTIONED,
                    ALREADY_DOWN,
                    FORWARDED_TO_CUSTOMER,
                    ORIGIN_DISCLOSED,
                    NOT_OURS,
                    NEED_MORE_INFO,
                    REVIEWED_NO_ACTION,
                    REFUSED,
                    UNPARSED -> throw new IllegalStateException("no dispute");
        };
    }

    /** Whether whoever answers so of the contents is told that it is known who is shown: nobody else needs to know. */
    public boolean isToldThatThePersonIsKnown(List<ContentUnit> contents) {
        return this == DISPUTES_AGE
                && contents.stream()
                        .anyMatch(unit -> Boolean.TRUE.equals(unit.assessment().victimIdentified()));
    }

    public Effect effect() {
        return switch (this) {
            case ACTIONED, ALREADY_DOWN, FORWARDED_TO_CUSTOMER -> Effect.CHECK;
            case ORIGIN_DISCLOSED -> Effect.NEW_CHAIN;
            case NOT_OURS, REFUSED -> Effect.NEXT_ADDRESSEE;
            case DISPUTES_AGE, DISPUTES_LEGALITY, DISPUTES_TECHNICAL -> Effect.DISPUTE;
            case NEED_MORE_INFO, UNPARSED -> Effect.TASK;
            case REVIEWED_NO_ACTION -> Effect.NONE;
        };
    }
}
