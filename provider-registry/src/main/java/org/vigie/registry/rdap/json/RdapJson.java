package org.vigie.registry.rdap.json;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.registry.rdap.RdapContact;
import org.vigie.registry.rdap.RdapContact.ContactRole;
import org.vigie.registry.rdap.RdapQuery;
import org.vigie.registry.rdap.RdapReader;
import org.vigie.registry.rdap.RdapRecord;
import org.vigie.registry.rdap.RdapRecord.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in the form of RFC 9083, their contacts as {@link ContactCard}. */
@Component
final class RdapJson implements RdapReader {

    private static final int DEEPEST = 5;
    private static final int MOST_ENTITIES = 500;
    private static final Set<String> OBJECTS = Set.of("ip network", "autnum", "domain", "entity", "nameserver");
    private static final Pattern NETWORK = Pattern.compile("/ip/([0-9a-fA-F.:%]{2,60})/([0-9]{1,3})$");
    private static final Map<String, ContactRole> ROLES = Map.of(
            "abuse", ContactRole.ABUSE,
            "technical", ContactRole.TECHNICAL,
            "noc", ContactRole.TECHNICAL,
            "administrative", ContactRole.ADMINISTRATIVE,
            "registrant", ContactRole.REGISTRANT,
            "registrar", ContactRole.REGISTRAR);

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public Optional<RdapRecord> read(byte[] body) {
        try {
            var json = mapper.readTree(body);
            return isObject(json) ? Optional.of(toRecord(json)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static boolean isObject(JsonNode json) {
        return json.isObject()
                && !json.has("errorCode")
                && OBJECTS.contains(json.path("objectClassName").asString("").toLowerCase(Locale.ROOT));
    }

    private static RdapRecord toRecord(JsonNode json) {
        var found = new Found();
        found.entity(json, 0);
        return new RdapRecord(
                span(json),
                around(json),
                found.inOrder(),
                found.registrar,
                sortedTexts(json.path("status")),
                json.has("redacted"));
    }

    private static @Nullable Span span(JsonNode json) {
        try {
            var start = json.path("startAddress").asString("");
            var end = json.path("endAddress").asString("");
            return start.isEmpty() || end.isEmpty()
                    ? null
                    : new Span(InetAddress.ofLiteral(start), InetAddress.ofLiteral(end));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** The link {@code up} (RFC 9910, section 4), of which only the network is taken and never the server. */
    private static RdapQuery.@Nullable Network around(JsonNode json) {
        for (var link : json.path("links")) {
            var network = NETWORK.matcher(link.path("href").asString(""));
            if (link.path("rel").asString("").equals("up") && network.find()) {
                return network(network.group(1), Integer.parseInt(network.group(2)));
            }
        }
        return null;
    }

    private static RdapQuery.@Nullable Network network(String first, int length) {
        try {
            var address = InetAddress.ofLiteral(URLDecoder.decode(first, StandardCharsets.UTF_8));
            return length <= address.getAddress().length * Byte.SIZE ? new RdapQuery.Network(address, length) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static List<String> sortedTexts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(each -> texts.add(each.asString("")));
        texts.remove("");
        return List.copyOf(texts);
    }

    /** What was found in one answer; made anew for each. */
    private static final class Found {

        private final EnumMap<ContactRole, List<RdapContact>> contacts = new EnumMap<>(ContactRole.class);
        private int entities;
        private @Nullable String registrar;

        void entity(JsonNode json, int depth) {
            if (depth > DEEPEST || entities++ > MOST_ENTITIES) {
                return;
            }
            var roles = roles(json);
            if (!roles.isEmpty()) {
                var card = new ContactCard(json);
                card.addresses().forEach(address -> add(roles, address, card.isOfAPerson()));
            }
            if (roles.contains(ContactRole.REGISTRAR)) {
                ianaNumber(json.path("publicIds"));
            }
            json.path("entities").forEach(nested -> entity(nested, depth + 1));
        }

        private void add(Set<ContactRole> roles, String address, boolean personal) {
            for (var role : roles) {
                var contact = new RdapContact(role, address, personal);
                var sameRole = contacts.computeIfAbsent(role, _ -> new ArrayList<>());
                if (!sameRole.contains(contact)) {
                    sameRole.add(contact);
                }
            }
        }

        private void ianaNumber(JsonNode publicIds) {
            publicIds.forEach(id -> {
                var isIana =
                        id.path("type").asString("").toLowerCase(Locale.ROOT).contains("iana registrar");
                var value = id.path("identifier").asString("");
                if (registrar == null && isIana && value.matches("[0-9]{1,6}")) {
                    registrar = value;
                }
            });
        }

        List<RdapContact> inOrder() {
            return contacts.values().stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(RdapContact::role))
                    .toList();
        }
    }

    private static Set<ContactRole> roles(JsonNode entity) {
        var roles = EnumSet.noneOf(ContactRole.class);
        for (var said : oneOrMore(entity.path("roles"))) {
            var role = ROLES.get(said.asString("").toLowerCase(Locale.ROOT));
            if (role != null) {
                roles.add(role);
            }
        }
        return isRemoved(entity) ? EnumSet.noneOf(ContactRole.class) : roles;
    }

    /** Some servers write a list of one as that one. */
    private static Iterable<JsonNode> oneOrMore(JsonNode value) {
        return value.isString() ? List.of(value) : value;
    }

    private static boolean isRemoved(JsonNode entity) {
        return sortedTexts(entity.path("status")).contains("removed");
    }
}
