package org.vigie.notice.message.mime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.events.DetectionMethod;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.Sender;
import org.vigie.notice.message.TrueClassification;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One XARF v4 report of type {@code content}/{@code csam}: one URL, one content unit, no evidence. */
record XarfPart(UUID reportId, String json) {

    private static final String VERSION = "4.2.0";
    private static final int LONGEST_DESCRIPTION = 1000;

    /** What the schema takes as a domain; an internationalised name is not among it. */
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}");

    /** In the order of items and contents; none for what asks for no removal. */
    static List<XarfPart> allOf(NoticeFacts facts, List<LegalBasis.Basis> bases, String description) {
        var parts = new ArrayList<XarfPart>();
        if (!facts.kind().asksForRemoval()) {
            return parts; // XARF has no word for it; of a retraction, a report would say the opposite
        }
        for (var item : facts.items()) {
            for (var content : item.contents()) {
                if (possible(content)) {
                    parts.add(of(facts, item, content, bases, description));
                }
            }
        }
        return parts;
    }

    /** Whether the required fields can be filled with what somebody said. */
    static boolean possible(NamedContent content) {
        return TrueClassification.of(content).isPresent() && content.detectionMethod() != DetectionMethod.UNKNOWN;
    }

    private static XarfPart of(
            NoticeFacts facts,
            NoticeItem item,
            NamedContent content,
            List<LegalBasis.Basis> bases,
            String description) {
        var id = reportId(facts, item, content);
        var seen = item.lastVerifiedUp() == null ? item.firstSeen() : item.lastVerifiedUp();
        var report = JsonNodeFactory.instance.objectNode();
        report.put("xarf_version", VERSION);
        report.put("report_id", id.toString());
        report.put("timestamp", seen.toString());
        report.set("reporter", contact(facts.sender())); // a partner's own name comes with partner identity
        report.set("sender", contact(facts.sender()));
        source(report, item);
        found(report, item, content);
        report.put("description", description.substring(0, Math.min(description.length(), LONGEST_DESCRIPTION)));
        report.putArray("tags").add("notice:" + tag(facts.kind())).add("maturation:" + tag(content.maturation()));
        references(report, facts);
        var laws = report.putArray("legal_basis");
        bases.forEach(basis -> laws.add(basis.law()));
        return new XarfPart(id, XarfGuard.clear(report, content));
    }

    private static void found(ObjectNode report, NoticeItem item, NamedContent content) {
        report.put("category", "content");
        report.put("type", "csam");
        report.put("url", item.url());
        report.put("classification", TrueClassification.of(content).orElseThrow());
        report.put("detection_method", content.detectionMethod().name().toLowerCase(Locale.ROOT));
        report.put("verification_method", verifiedHow(content.detectionMethod()));
        if (item.lastVerifiedUp() != null) {
            report.put("verified_at", item.lastVerifiedUp().toString());
        }
        hashes(report, content);
    }

    /** Ours, and by what to answer. */
    private static void references(ObjectNode report, NoticeFacts facts) {
        report.put("notice_reference", facts.reference().toString());
        if (facts.replyLink() != null) {
            report.put("reply_url", facts.replyLink().url());
        }
        if (!facts.earlier().isEmpty()) {
            report.put("in_reply_to", facts.earlier().getLast().reference().toString());
        }
    }

    /** The address by which a network finds its customer, where we may name one; else the host as in the URL. */
    private static void source(ObjectNode report, NoticeItem item) {
        var leadsTo = item.leadsTo();
        var literal = item.host().replaceAll("[\\[\\]]", "");
        report.put(
                "source_identifier",
                leadsTo == null ? literal : leadsTo.addresses().getFirst());
        if (DOMAIN.matcher(item.host()).matches()) {
            report.put("domain", item.host());
        }
        if (leadsTo != null && !leadsTo.addresses().contains(literal)) {
            var records = report.putObject("dns_records");
            records(records, "a", leadsTo.ofFamily(false));
            records(records, "aaaa", leadsTo.ofFamily(true));
        }
    }

    private static void records(ObjectNode records, String type, List<String> addresses) {
        if (!addresses.isEmpty()) {
            addresses.forEach(records.putArray(type)::add);
        }
    }

    private static ObjectNode contact(Sender sender) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("org", sender.organisation())
                .put("contact", sender.address())
                .put("domain", sender.domain());
    }

    private static String verifiedHow(DetectionMethod method) {
        return method == DetectionMethod.MANUAL_REVIEW ? "manual" : "automated_crawler";
    }

    private static void hashes(ObjectNode report, NamedContent content) {
        var hashes = JsonNodeFactory.instance.objectNode();
        put(hashes, "sha256", content.sha256());
        put(hashes, "sha1", content.sha1());
        put(hashes, "md5", content.md5());
        if (!hashes.isEmpty()) {
            report.set("hash_values", hashes);
        }
    }

    private static void put(ObjectNode hashes, String name, @Nullable String value) {
        if (value != null) {
            hashes.put(name, value);
        }
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A UUID of version 4, as XARF asks, drawn from the reference so that rendering again draws the same. */
    private static UUID reportId(NoticeFacts facts, NoticeItem item, NamedContent content) {
        var name = "xarf|%s|%s|%s".formatted(facts.reference(), item.caseId(), content.contentId());
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (digest.getLong() & 0xffffffffffff0fffL) | 0x4000L;
            var low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
