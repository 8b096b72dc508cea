package org.vigie.notice.task;

/** What a person is asked to do. */
public enum TaskKind {
    /** Nobody on the clear web can be written to: find a contact. */
    NO_CONTACT,
    /** We are kept from looking: look from elsewhere. */
    LOOK_BLOCKED,
    /** A hold runs out soon: prolong it or release it. */
    HOLD_EXPIRY,
    /** A notice may or may not have been accepted: find out. */
    UNCERTAIN_SEND,
    /** Registrar, upstream or registry come next: approve or refuse. */
    APPROVAL,
    /** Notified content turned out not to be illegal: retract. */
    RETRACTION
}
