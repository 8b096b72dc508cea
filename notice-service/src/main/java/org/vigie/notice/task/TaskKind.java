package org.vigie.notice.task;

import java.time.Duration;

/** What a person is asked to do. */
public enum TaskKind {
    /** Nobody on the clear web can be written to: find a contact. */
    NO_CONTACT,
    /** We are kept from looking: look from elsewhere. */
    LOOK_BLOCKED,
    /** A hold runs out soon: prolong it or release it. */
    HOLD_EXPIRY,
    /** A hold runs out within a day. */
    HOLD_EXPIRES_SOON,
    /** A hold ran out, and nothing is done until somebody releases it: page its owner. */
    HOLD_EXPIRED,
    /** A provider takes notices by its web form only: fill it in and record what it answered. */
    WEB_FORM,
    /** A notice may or may not have been accepted: find out. */
    UNCERTAIN_SEND,
    /** Registrar, upstream or registry come next: approve or refuse. */
    APPROVAL,
    /** A country's police or hotline is heard before the first notice: hear them. */
    COUNTRY_CLEARANCE,
    /** Notified content turned out not to be illegal, or a retraction was proposed: retract. */
    RETRACTION,
    /** Content is only suspected: classify it. */
    CLASSIFY,
    /** A provider disputes a notice: an assessor other than the first decides. */
    DISPUTE,
    /** A provider's answer needs a person: read it and answer. */
    REPLY,
    /** Mail came that answers none of our notices: read it and say what it is. */
    MAIL,
    /** A setting is missing without which no notice is sent, and cases wait: set it and start anew. */
    SETTING_MISSING,
    /** ICCAM must be told of an item by hand, or asked about it there: see to it in ICCAM. */
    ICCAM;

    /** Whether a person may say that it is done; the others end by the decision or the record that they ask for. */
    public boolean isClosedByHand() {
        return switch (this) {
            case WEB_FORM, UNCERTAIN_SEND, DISPUTE -> false;
            case NO_CONTACT,
                    LOOK_BLOCKED,
                    HOLD_EXPIRY,
                    HOLD_EXPIRES_SOON,
                    HOLD_EXPIRED,
                    APPROVAL,
                    COUNTRY_CLEARANCE,
                    RETRACTION,
                    CLASSIFY,
                    REPLY,
                    MAIL,
                    SETTING_MISSING,
                    ICCAM -> true;
        };
    }

    /**
     * In what time it is to be done. Nobody was told of suspects and no provider's time runs: they may wait over a
     * weekend. Everything else keeps a case from going on.
     */
    Duration timeToAct() {
        return this == CLASSIFY ? Duration.ofHours(72) : Duration.ofHours(24);
    }
}
