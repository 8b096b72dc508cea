package org.vigie.registry.rdap;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registry said of a network, a system or a name.
 *
 * @param span the whole network the answer is about, absent for names and systems
 * @param around the network it was taken from, absent if the answer names none
 * @param contacts every mail address that can be used, best role first
 * @param registrar IANA number of the registrar, absent if none is named
 * @param status as the registry puts it, sorted
 * @param redacted something was withheld (RFC 9537)
 */
public record RdapRecord(
        @Nullable Span span,
        RdapQuery.@Nullable Network around,
        List<RdapContact> contacts,
        @Nullable String registrar,
        List<String> status,
        boolean redacted) {

    public RdapRecord {
        contacts = List.copyOf(contacts);
        status = List.copyOf(status);
    }

    /** Both ends are in it. */
    public record Span(InetAddress start, InetAddress end) {

        @Override
        public String toString() {
            return "Span[]";
        }
    }

    /** The addresses stated for abuse; empty where none is stated, whatever else there is. */
    public List<String> abuse() {
        return contacts.stream()
                .filter(contact -> contact.role() == RdapContact.ContactRole.ABUSE)
                .map(RdapContact::address)
                .distinct()
                .toList();
    }
}
