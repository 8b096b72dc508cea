package org.vigie.notice.replylink;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where providers answer.
 *
 * @param replyUrl where this service is reached from outside, without a slash at the end; absent if nowhere
 * @param linkLifetime how long the link in a notice opens the page
 */
public record ReplyRules(@Nullable String replyUrl, Duration linkLifetime) {

    Optional<String> page() {
        return Optional.ofNullable(replyUrl);
    }

    /** Whether browsers reach it by TLS only. */
    public boolean isSecure() {
        return replyUrl != null && replyUrl.startsWith("https:");
    }

    /** What browsers put before the path of every page, empty if nothing. */
    public String path() {
        return replyUrl == null ? "" : URI.create(replyUrl).getPath();
    }
}
