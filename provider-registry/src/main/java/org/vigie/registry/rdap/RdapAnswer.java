package org.vigie.registry.rdap;

/** What came of a question to a registry. */
public sealed interface RdapAnswer {

    /** The registry answered. Whether it named a contact is another matter. */
    record Found(RdapRecord said) implements RdapAnswer {}

    /** The registry has no such thing (status 404): an answer, not a failure. */
    record Nothing() implements RdapAnswer {}

    /** It could not be found out: this says nothing of the thing asked about. */
    record Unknown(String code) implements RdapAnswer {}
}
