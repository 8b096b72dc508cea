package org.vigie.notice.message.mime;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How notices are signed (RFC 6376), in the sending domain's name. Without a key they are not: the relay may do it.
 *
 * @param dkimKey file with an RSA private key of at least 2048 bits, PKCS #8 in PEM; absent if nothing is signed
 * @param dkimSelector under which the public key is published in DNS
 */
@ConfigurationProperties("vigie")
record DkimSettings(@Nullable Path dkimKey, @Nullable String dkimSelector) {

    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?");

    DkimSettings {
        if (dkimKey != null
                && (dkimSelector == null || !SELECTOR.matcher(dkimSelector).matches())) {
            throw new IllegalArgumentException("VIGIE_DKIM_SELECTOR: a selector is needed with VIGIE_DKIM_KEY");
        }
    }
}
