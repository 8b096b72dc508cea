package org.vigie.notice.message.mime;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.TrueClassification;
import org.vigie.notice.message.UnsafeNotice;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The last look at a XARF report before it may leave: it lets through only what is listed here. */
final class XarfGuard {

    private static final JsonMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Set<String> FIELDS = Set.of(
            "xarf_version",
            "report_id",
            "timestamp",
            "reporter",
            "sender",
            "source_identifier",
            "category",
            "type",
            "url",
            "domain",
            "dns_records",
            "classification",
            "detection_method",
            "verification_method",
            "verified_at",
            "hash_values",
            "description",
            "tags",
            "notice_reference",
            "reply_url",
            "in_reply_to",
            "legal_basis");
    private static final Set<String> CONTACT = Set.of("org", "contact", "domain");
    private static final Set<String> RECORDS = Set.of("a", "aaaa");
    private static final Map<String, Pattern> HASHES = Map.of(
            "sha256", Pattern.compile("[0-9a-fA-F]{64}"),
            "sha1", Pattern.compile("[0-9a-fA-F]{40}"),
            "md5", Pattern.compile("[0-9a-fA-F]{32}"));

    private XarfGuard() {}

    /**
     * The report as text, {@code _internal} left out.
     *
     * @throws UnsafeNotice if it carries evidence or anything else unlisted, or a classification that nobody made
     */
    static String clear(ObjectNode report, NamedContent content) {
        var outgoing = report.deepCopy();
        outgoing.remove("_internal");
        onlyListed("", outgoing, FIELDS);
        onlyListed("reporter.", outgoing.path("reporter"), CONTACT);
        onlyListed("sender.", outgoing.path("sender"), CONTACT);
        onlyListed("dns_records.", outgoing.path("dns_records"), RECORDS);
        require("category", outgoing.path("category").asString("").equals("content"));
        require("type", outgoing.path("type").asString("").equals("csam"));
        var said = TrueClassification.of(content).orElse(null);
        require(
                "classification",
                said != null && said.equals(outgoing.path("classification").asString("")));
        var found = outgoing.path("detection_method").asString("");
        require(
                "detection_method",
                found.equalsIgnoreCase(content.detectionMethod().name()));
        hashes(outgoing.path("hash_values"), content);
        return WRITER.writerWithDefaultPrettyPrinter().writeValueAsString(outgoing);
    }

    private static void hashes(JsonNode values, NamedContent content) {
        onlyListed("hash_values.", values, HASHES.keySet());
        HASHES.forEach((name, pattern) -> {
            var value = values.path(name);
            require(
                    "hash_values." + name,
                    value.isMissingNode()
                            || (pattern.matcher(value.asString("")).matches()
                                    && Objects.equals(value.asString(""), known(name, content))));
        });
    }

    private static String known(String name, NamedContent content) {
        var value = switch (name) {
            case "sha256" -> content.sha256();
            case "sha1" -> content.sha1();
            default -> content.md5();
        };
        return value == null ? "" : value;
    }

    private static void onlyListed(String prefix, JsonNode node, Set<String> allowed) {
        node.propertyNames()
                .forEach(
                        name -> require(prefix + (allowed.contains(name) ? name : "unlisted"), allowed.contains(name)));
    }

    private static void require(String field, boolean fine) {
        if (!fine) {
            throw new UnsafeNotice("xarf." + field);
        }
    }
}
