package org.vigie.notice.inbound;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyTokens;

/**
 * Whether whoever wrote a mail has a reply token that was given for a code. The link of the notice is none: it was in
 * the notice, and may have been passed on with it. What is quoted is not what they wrote.
 */
@Component
class TokenInMail {

    private static final Logger LOG = LoggerFactory.getLogger(TokenInMail.class);

    /** As long as ours, at the end of our addresses or alone. */
    private static final Pattern TOKEN = Pattern.compile("(?<![0-9A-Za-z_-])[0-9A-Za-z_-]{55}(?![0-9A-Za-z_-])");

    private static final int MOST = 20;

    private final ReplyTokens tokens;

    TokenInMail(ReplyTokens tokens) {
        this.tokens = tokens;
    }

    /** Held against the time when the mail arrived, so that reading it again says the same. */
    boolean proves(Message message, Notice notice) {
        var noticeId = notice.noticeId();
        var own = String.join("\n", Quoting.unquoted(message.text()));
        var given =
                TOKEN.matcher(own).results().limit(MOST).map(MatchResult::group).toList();
        var isProven = given.stream()
                .anyMatch(token -> tokens.open(token, message.receivedAt()) instanceof Opens opens
                        && opens.proven()
                        && opens.noticeId().equals(noticeId));
        if (!given.isEmpty() && !isProven) {
            LOG.atWarn()
                    .addKeyValue("messageId", message.messageId())
                    .addKeyValue("noticeId", noticeId)
                    .addKeyValue("caseIds", notice.caseIds())
                    .log("mail with a reply token that proves nothing");
        }
        return isProven;
    }
}
