package org.vigie.notice.replypage.web;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.vigie.notice.replylink.ReplyAccess;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyRules;
import org.vigie.notice.replylink.ReplyTokens;
import org.vigie.notice.replypage.Proof;

/** Who comes with which link and which proof. The proof stands in a cookie that only this link's pages get. */
@Component
class Visits {

    static final String COOKIE = "vigie_reply";

    private final ReplyTokens tokens;
    private final ReplyRules rules;
    private final Clock clock;

    Visits(ReplyTokens tokens, ReplyRules rules, Clock clock) {
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the link opens, proven if the proof is one for the same notice. */
    ReplyAccess of(String link, @Nullable String proof) {
        var now = clock.instant();
        var access = tokens.open(link, now);
        return access instanceof Opens linked
                        && proof != null
                        && tokens.open(proof, now) instanceof Opens proven
                        && proven.proven()
                        && proven.noticeId().equals(linked.noticeId())
                ? new Opens(linked.noticeId(), true, linked.until())
                : access;
    }

    String cookie(String link, Proof.Given proof) {
        return ResponseCookie.from(COOKIE, proof.token())
                .httpOnly(true)
                .secure(rules.isSecure())
                .sameSite("Strict")
                .path(rules.path() + "/replies/" + link)
                .maxAge(Duration.between(clock.instant(), proof.until()))
                .build()
                .toString();
    }
}
