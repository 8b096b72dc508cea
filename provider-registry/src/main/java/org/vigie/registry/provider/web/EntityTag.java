package org.vigie.registry.provider.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.support.Refusal;

/** The version a caller saw, as an entity tag (RFC 9110, section 8.8.3). */
final class EntityTag {

    static final String PATTERN = "^\"([0-9]{1,18})\"$";

    private static final Pattern STRONG = Pattern.compile(PATTERN);

    private EntityTag() {}

    /**
     * The version in an {@code If-Match} header.
     *
     * @throws Missing if there is none, or none that this service gave
     */
    static long version(@Nullable String ifMatch) {
        var tag = STRONG.matcher(ifMatch == null ? "" : ifMatch);
        if (!tag.matches()) {
            throw new Missing();
        }
        return Long.parseLong(tag.group(1));
    }

    /** A change says which version it is a change of. */
    static final class Missing extends Refusal {

        private static final long serialVersionUID = 1;

        Missing() {
            super("expected the header If-Match with the ETag of the provider as it was read");
        }
    }
}
