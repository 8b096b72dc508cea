package org.vigie.registry.rdap;

/**
 * A mail address that a registry names.
 *
 * @param role by the order in which people are asked
 * @param personal the entity is an individual
 */
public record RdapContact(ContactRole role, String address, boolean personal) {

    /** What the entity is there for; the first is asked first. */
    public enum ContactRole {
        ABUSE,
        TECHNICAL,
        ADMINISTRATIVE,
        REGISTRANT,
        REGISTRAR
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "RdapContact[" + role + "]";
    }
}
