package org.vigie.notice.replypage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.replylink.ReplyTokens;
import org.vigie.support.work.Optimistic;

/** Sends a code to the mailbox that a notice went to, and takes it back from whoever reads that mailbox. */
@Service
public class ProveAddressee {

    private static final Logger LOG = LoggerFactory.getLogger(ProveAddressee.class);
    private static final int CODES = 100_000_000;

    private final ReplyCodes codes;
    private final ReplyTokens tokens;
    private final CodeMails mails;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ProveAddressee(ReplyCodes codes, ReplyTokens tokens, CodeMails mails, Clock clock) {
        this.codes = codes;
        this.tokens = tokens;
        this.mails = mails;
        this.clock = clock;
    }

    /** Sends one, in real time no longer than a conversation with the relay takes. */
    public CodeSending sendCode(Notice notice, NoticeLanguage language) {
        if (!mails.arePossible(notice)) {
            return CodeSending.NOT_NOW;
        }
        return drawn(notice.noticeId())
                .map(code -> mails.send(notice, language, code) ? CodeSending.SENT : CodeSending.NOT_NOW)
                .orElse(CodeSending.TOO_OFTEN);
    }

    /** A new one, stored; empty if it is too early for one. */
    private Optional<ReplyCode> drawn(UUID noticeId) {
        var now = clock.instant();
        var digits = "%08d".formatted(random.nextInt(CODES));
        var known = codes.find(noticeId);
        if (known.filter(code -> !code.allowsAnother(now)).isPresent()) {
            return Optional.empty();
        }
        var next = known.map(code -> code.another(digits, now)).orElseGet(() -> ReplyCode.first(noticeId, digits, now));
        // Somebody who was faster has one under way.
        return codes.save(next);
    }

    /** Each try counts, however many come at once. */
    public Proof prove(Notice notice, String typed) {
        var now = clock.instant();
        return Optimistic.change(() -> {
            var known = codes.find(notice.noticeId())
                    .filter(code -> code.counts(now))
                    .orElse(null);
            return known == null
                    ? Optional.of(new Proof.NoCode())
                    : codes.save(known.tried()).map(tried -> proof(notice, tried, typed, now));
        });
    }

    private Proof proof(Notice notice, ReplyCode tried, String typed, Instant now) {
        var noticeId = notice.noticeId();
        if (!tried.is(typed)) {
            LOG.atWarn()
                    .addKeyValue("noticeId", noticeId)
                    .addKeyValue("caseIds", notice.caseIds())
                    .log("wrong code on the reply page");
            return new Proof.Wrong();
        }
        codes.find(noticeId).ifPresent(code -> codes.save(code.used()));
        LOG.atInfo()
                .addKeyValue("noticeId", noticeId)
                .addKeyValue("caseIds", notice.caseIds())
                .log("addressee proved to read its mailbox");
        return new Proof.Given(tokens.proof(noticeId, now), now.plus(ReplyTokens.PROOF));
    }
}
