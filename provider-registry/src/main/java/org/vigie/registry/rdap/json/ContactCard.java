package org.vigie.registry.rdap.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An entity's card: a jCard (RFC 7095) as RFC 9083 has it, or a JSContact card (RFC 9553) under the name it has in
 * draft-ietf-regext-rdap-jscontact, or in icann-rdap-srv.
 */
record ContactCard(JsonNode entity) {

    private static final List<String> JS_CONTACT = List.of("jscard", "jscontact_card");
    /** As RFC 9553 and as its first drafts have it. */
    private static final List<String> EMAIL = List.of("address", "email");

    private static final int FIRST_VALUE = 3;

    /** Every usable mail address, in the order in which they stand. */
    List<String> addresses() {
        var found = new ArrayList<String>();
        entity.path("vcardArray").path(1).forEach(property -> fromJCard(property, found));
        for (var name : JS_CONTACT) {
            var card = entity.path(name);
            card.path("emails").forEach(email -> EMAIL.forEach(field -> add(email.path(field), found)));
            card.path("links").forEach(link -> {
                if (link.path("kind").asString("").equals("contact")) {
                    add(link.path("uri"), found);
                }
            });
        }
        return found;
    }

    /** {@code ["email", parameters, "text", value or values…]}; contact-uri (RFC 8605) is one to write to as well. */
    private static void fromJCard(JsonNode property, List<String> found) {
        var name = property.path(0).asString("");
        if (name.equalsIgnoreCase("email") || name.equalsIgnoreCase("contact-uri")) {
            for (int i = FIRST_VALUE; i < property.size(); i++) {
                add(property.path(i), found);
            }
        }
    }

    private static void add(JsonNode value, List<String> found) {
        if (value.isArray()) {
            value.forEach(each -> add(each, found));
        } else {
            StatedAddresses.in(value.asString("")).stream()
                    .filter(address -> !found.contains(address))
                    .forEach(found::add);
        }
    }

    /** Whether it is a person's, who is asked for nothing that a role can answer. */
    boolean isOfAPerson() {
        for (var property : entity.path("vcardArray").path(1)) {
            if (property.path(0).asString("").equals("kind")) {
                return property.path(FIRST_VALUE).asString("").equals("individual");
            }
        }
        return JS_CONTACT.stream()
                .anyMatch(name -> entity.path(name).path("kind").asString("").equals("individual"));
    }
}
