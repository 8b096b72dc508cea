package org.vigie.registry.rdap;

import java.util.Optional;

/** Reads the body of a registry's answer. */
public interface RdapReader {

    /** Empty if it is no answer about an object: no JSON, an error, or too deep to be honest. Never throws. */
    Optional<RdapRecord> read(byte[] body);
}
