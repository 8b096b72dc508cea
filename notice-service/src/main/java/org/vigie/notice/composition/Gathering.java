package org.vigie.notice.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Addressee;

/**
 * Wishes of cases that wait for each other, to leave as one notice: those of one kind to one contact about one host.
 *
 * @param key says contact, host, role and kind
 * @param serial counts the notices made of it
 * @param due when the next one is made, absent while nothing waits
 * @param lastAt when the last one was made, absent before the first
 */
public record Gathering(
        String key,
        Addressee addressee,
        UUID contactId,
        NoticeKind kind,
        int serial,
        List<Wish> wishes,
        @Nullable Instant due,
        @Nullable Instant lastAt,
        @Nullable Long version) {

    public Gathering {
        wishes = List.copyOf(wishes);
    }

    private static final String SEVERAL_HOSTS = "several-hosts";

    /** What is asked for late, as after a day without the service, does not leave before the others were heard. */
    private static final Duration FOR_THE_OTHERS = Duration.ofMinutes(10);

    /** One case's wish. */
    public record Wish(UUID caseId, UUID itemId) {}

    /** @param host token of the host; absent where wishes about several wait for each other */
    static String key(UUID contactId, @Nullable String host, Addressee addressee, NoticeKind kind) {
        return "%s/%s/%s/%s".formatted(contactId, host == null ? SEVERAL_HOSTS : host, addressee.role(), kind);
    }

    /** Token of the host that all wishes are about; empty if they may be about several. */
    Optional<String> host() {
        return Optional.of(key.split("/", 3)[1]).filter(host -> !host.equals(SEVERAL_HOSTS));
    }

    static Gathering opened(String key, Addressee addressee, UUID contactId, NoticeKind kind) {
        return new Gathering(key, addressee, contactId, kind, 0, List.of(), null, null, null);
    }

    /** With one wish more, for which it is due at the instant at the latest; the same one twice is one. */
    Gathering with(Wish wish, Instant at) {
        if (wishes.contains(wish)) {
            return this;
        }
        var all = new ArrayList<>(wishes);
        all.add(wish);
        var earlier = due == null || at.isBefore(due) ? at : due;
        return new Gathering(key, addressee, contactId, kind, serial, all, earlier, lastAt, version);
    }

    /** When a notice of what is asked for at the instant is made, if it cannot wait for anything but a burst. */
    static Instant soon(Instant at, NoticeRules rules) {
        return at.plus(rules.gather());
    }

    /**
     * When a notice of what falls due at the instant is made: a reminder a day after the last digest or later, what is
     * taken back or answered at once, any other shortly, and some minutes after the last.
     */
    Instant nextDue(Instant at, Instant now, NoticeRules rules) {
        return switch (kind) {
            case REMINDER -> latest(at, now.plus(FOR_THE_OTHERS), after(rules.remindEvery()));
            case RETRACTION, DECISION -> soon(at, rules);
            case FIRST, ESCALATION, STAYDOWN, TEST -> latest(soon(at, rules), after(rules.gatherNext()));
        };
    }

    /** When what came in while a notice was made leaves: it may be a first notice, which has a minute. */
    private Instant dueAgain(Instant at, NoticeRules rules) {
        return kind == NoticeKind.REMINDER ? nextDue(at, at, rules) : soon(at, rules);
    }

    private Instant after(Duration apart) {
        return lastAt == null ? Instant.MIN : lastAt.plus(apart);
    }

    private static Instant latest(Instant... instants) {
        return Collections.max(List.of(instants));
    }

    /** With what is gathered looked at again at the instant, because no notice could be made of it. */
    public Gathering postponed(Instant at) {
        return new Gathering(key, addressee, contactId, kind, serial, wishes, at, lastAt, version);
    }

    /** The id of the notice made of what is gathered now. */
    public UUID noticeId() {
        return NameBasedIds.of("notice", key, serial);
    }

    /** Without the wishes that were seen to; what came in meanwhile waits for the next notice. */
    public Gathering taken(List<Wish> seenTo, Instant at, NoticeRules rules) {
        var left = new ArrayList<>(wishes);
        left.removeAll(seenTo);
        var closed = new Gathering(key, addressee, contactId, kind, serial + 1, left, null, at, version);
        return left.isEmpty() ? closed : closed.postponed(closed.dueAgain(at, rules));
    }
}
