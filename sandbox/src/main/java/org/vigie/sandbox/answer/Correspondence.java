package org.vigie.sandbox.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.sandbox.mail.HotlineMailbox;
import org.vigie.sandbox.mail.Mail;
import org.vigie.sandbox.mail.Mailboxes;
import org.vigie.sandbox.report.Pending;
import org.vigie.sandbox.report.Services;
import org.vigie.sandbox.story.Reaction;
import org.vigie.sandbox.story.Reaction.Way;
import org.vigie.sandbox.story.Tale;

/**
 * Sends back what the tales' providers answer. It keeps nothing: after a restart it mails again all that was due, byte
 * for byte, which is one message to whoever keeps messages by their bytes; a code that came earlier has been used, for
 * time stands still until it is. It works when it is asked what is pending, as the reporter does.
 */
public final class Correspondence implements AutoCloseable {

    /** A page gives no second code within a minute. */
    private static final Duration UNTIL_ANOTHER_CODE = Duration.ofSeconds(61);

    private record Due(String key, Instant at, Tale tale, Reaction reaction, Mail notice) {}

    private final List<Tale> tales;
    private final Mailboxes mailboxes;
    private final HotlineMailbox hotline;
    private final Clock clock;
    private final ReplyPage page = new ReplyPage();

    private final Set<String> done = new HashSet<>();
    private final Set<String> triedCodes = new HashSet<>();
    private final Map<String, Instant> askedForCode = new HashMap<>();

    private @Nullable Services services;
    private long begun;

    /**
     * Nobody answers until the services are met.
     *
     * @param mailboxes of the providers
     * @param hotline where answers by mail go
     */
    public Correspondence(List<Tale> tales, Mailboxes mailboxes, HotlineMailbox hotline, Clock clock) {
        this.tales = tales.stream().filter(tale -> !tale.reactions().isEmpty()).toList();
        this.mailboxes = mailboxes;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** Tells where the reply page is. */
    public synchronized void meet(Services met) {
        this.services = met;
    }

    /** Answers what is due and says what is left; busy until the hotline has fetched it. */
    public synchronized Pending pending() {
        var met = services;
        if (met == null) {
            return new Pending(false, null, begun);
        }
        var now = clock.instant();
        Instant next = null;
        for (var due : open()) {
            var at = due.at().isAfter(now) ? due.at() : left(due, met, now);
            next = at == null || (next != null && next.isBefore(at)) ? next : at;
        }
        return new Pending(hotline.isEmpty(), next, begun);
    }

    private List<Due> open() {
        return tales.stream()
                .flatMap(tale -> tale.reactions().stream().flatMap(reaction -> due(tale, reaction)))
                .filter(due -> !done.contains(due.key()))
                .toList();
    }

    private Stream<Due> due(Tale tale, Reaction reaction) {
        return mailboxes.naming(reaction.by().mail(), tale.site().label()).stream()
                .limit(reaction.toEach() ? Long.MAX_VALUE : 1)
                .map(notice -> new Due(
                        tale.reference() + notice.messageId(),
                        notice.receivedAt().plus(reaction.after()),
                        tale,
                        reaction,
                        notice));
    }

    /** Does what is due; when it is to be tried again, absent if it is done. */
    private @Nullable Instant left(Due due, Services met, Instant now) {
        var mail = new AnswerMail(due.reaction().by(), due.notice(), due.at());
        switch (due.reaction().way()) {
            case Way.NoSuchMailbox _ -> send(due, mail.noSuchMailbox());
            case Way.Machine _ -> send(due, mail.machine());
            case Way.Mail(var outcome) -> send(due, mail.person(outcome));
            case Way.Page(var outcome) -> {
                return onPage(due, outcome, met, now);
            }
        }
        return null;
    }

    private void send(Due due, byte[] message) {
        begun++;
        hotline.deliver(due.at(), message);
        done.add(due.key());
    }

    private @Nullable Instant onPage(Due due, String outcome, Services met, Instant now) {
        var asked = askedForCode.get(due.key());
        if (asked == null && codes(due).anyMatch(code -> code.receivedAt().isBefore(now))) {
            done.add(due.key());
            return null;
        }
        var address = met.notice()
                .resolve("/replies/" + Objects.requireNonNull(due.notice().link()));
        if (asked == null || !now.isBefore(asked.plus(UNTIL_ANOTHER_CODE))) {
            askedForCode.put(due.key(), now);
            begun++;
            page.askForCode(address);
        }
        for (var code : codes(due).toList()) {
            if (triedCodes.add(Objects.requireNonNull(code.messageId()))) {
                begun++;
                if (page.answer(address, Objects.requireNonNull(code.code()), outcome)) {
                    done.add(due.key());
                    return null;
                }
            }
        }
        return Objects.requireNonNull(askedForCode.get(due.key())).plus(UNTIL_ANOTHER_CODE);
    }

    private Stream<Mail> codes(Due due) {
        return mailboxes.mails(due.reaction().by().mail()).stream().filter(mail -> mail.bringsCodeFor(due.notice()));
    }

    @Override
    public void close() {
        page.close();
    }
}
