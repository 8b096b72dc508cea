package org.vigie.notice.message.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ContentKind;
import org.vigie.notice.message.NamedContent;

/**
 * A content unit in the words of one language, as the templates name them.
 *
 * @param words the words for a key
 */
record ContentWords(UnaryOperator<String> words) {

    Map<String, Object> of(NamedContent content) {
        return Map.of(
                "what", what(content),
                "classified", classified(content),
                "found", words.apply("found." + content.detectionMethod()),
                "hashes", hashes(content));
    }

    private String what(NamedContent content) {
        var what = words.apply("category." + content.category()) + ", " + words.apply("kind." + content.kind());
        if (content.kind() == ContentKind.ARCHIVE && content.containedVerified() != null) {
            what += words.apply("contained.verified").formatted(content.containedVerified());
        }
        if (content.kind() == ContentKind.ARCHIVE && content.containedApparent() != null) {
            what += words.apply("contained.apparent").formatted(content.containedApparent());
        }
        return what;
    }

    private String classified(NamedContent content) {
        var parts = new ArrayList<String>();
        parts.add(words.apply("maturation." + content.maturation()));
        var said = content.classification();
        if (said != null && said.label() != null) {
            parts.add("\"" + said.label() + "\"" + (said.scheme() == null ? "" : " (" + said.scheme() + ")"));
        }
        if (said != null && said.organisation() != null) {
            parts.add(words.apply("classified.by").formatted(said.organisation()));
        }
        if (said != null && said.assessors() != null && said.assessors() > 0) {
            parts.add(words.apply(said.assessors() == 1 ? "assessor.one" : "assessor.many")
                    .formatted(said.assessors()));
        }
        if (content.verifiedAt() != null) {
            parts.add(NoticeWords.time(content.verifiedAt()));
        }
        return String.join(", ", parts);
    }

    static List<Map<String, Object>> hashes(NamedContent content) {
        var hashes = new ArrayList<Map<String, Object>>();
        hash(hashes, "SHA-256:", content.sha256());
        hash(hashes, "SHA-1:", content.sha1());
        hash(hashes, "MD5:", content.md5());
        return hashes;
    }

    private static void hash(List<Map<String, Object>> hashes, String name, @Nullable String value) {
        if (value != null) {
            hashes.add(Map.of("name", "%-12s".formatted(name), "value", value));
        }
    }
}
