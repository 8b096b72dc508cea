package org.vigie.notice.reference;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;
import java.util.Arrays;
import java.util.UUID;

/** Ids derived from names (RFC 9562, section 5.5: UUIDv5): the same parts give the same id everywhere. */
public final class NameBasedIds {

    /** The name space of everything this system names: the URL name space's id of {@code urn:vigie}. */
    private static final UUID SPACE = UuidCreator.getNameBasedSha1(UuidNamespace.NAMESPACE_URL, "urn:vigie");

    private NameBasedIds() {}

    /**
     * The id of something that its parts identify.
     *
     * @param kind what it is, such as {@code case}
     * @param parts what identifies it; order matters
     */
    public static UUID of(String kind, Object... parts) {
        return UuidCreator.getNameBasedSha1(SPACE, kind + Arrays.toString(parts));
    }
}
