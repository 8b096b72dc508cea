package org.vigie.notice.replypage.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The reply page.
 *
 * @param replyRequestsPerMinute how many requests one network address may make in a minute
 */
@ConfigurationProperties("vigie")
record ReplyPageSettings(@DefaultValue("60") int replyRequestsPerMinute) {

    ReplyPageSettings {
        if (replyRequestsPerMinute < 1) {
            throw new IllegalArgumentException("vigie.reply-requests-per-minute: expected at least 1");
        }
    }
}
