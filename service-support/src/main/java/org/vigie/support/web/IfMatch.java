package org.vigie.support.web;

import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.vigie.support.validation.InvalidField;

/**
 * Which versions of something a request may change, as its header {@code If-Match} says: those of its entity tags, or
 * any with {@code *}. A weak tag names none (RFC 9110, section 13.1.1).
 */
public final class IfMatch implements LongPredicate {

    static final String HEADER = HttpHeaders.IF_MATCH;

    /** Characters of a header with more tags than anybody has read. */
    static final int LONGEST = 1000;

    /**
     * As the contract says it. A tag may have nothing between its quotation marks, and then names no version of ours.
     */
    static final String FORM = "^(W/)?\"[^\"]*\"( *, *(W/)?\"[^\"]*\")*$|^\\*$";

    private final List<ETag> tags;

    private IfMatch(List<ETag> tags) {
        this.tags = tags;
    }

    /** @throws InvalidField if there is no entity tag in it, or too many */
    static IfMatch read(String header) {
        if (header.length() > LONGEST) {
            throw new InvalidField("", "Header If-Match must have %d characters at most.".formatted(LONGEST));
        }
        var tags = ETag.parse(header);
        if (tags.isEmpty() && !header.matches(FORM)) {
            throw new InvalidField("", "Header If-Match must hold the ETag of what was read, or *.");
        }
        return new IfMatch(tags);
    }

    @Override
    public boolean test(long version) {
        var current = new ETag(Long.toString(version), false);
        return tags.stream().anyMatch(tag -> tag.isWildcard() || tag.compare(current, true));
    }

    /** Any version, if the request names none. */
    public static LongPredicate orAny(@Nullable IfMatch read) {
        return read == null ? _ -> true : read;
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return new ETag(Long.toString(version), false).formattedTag();
    }
}
