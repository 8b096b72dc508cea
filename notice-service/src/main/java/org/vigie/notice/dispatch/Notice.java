package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.removal.Addressee;

/**
 * One message to one contact about one host.
 *
 * @param items one per URL
 * @param letter what is sent, rendered once
 * @param attempts every try to deliver it, oldest first
 * @param version the stored version this was read at, absent while it was never stored
 */
public record Notice(
        NoticeHeader header,
        List<Item> items,
        Letter letter,
        NoticeState state,
        List<Attempt> attempts,
        @Nullable Long version) {

    public Notice {
        items = List.copyOf(items);
        attempts = List.copyOf(attempts);
    }

    /** Written now, to be sent at once. */
    static Notice written(NoticeHeader header, List<Item> items, Letter letter) {
        return new Notice(header, items, letter, new NoticeState.Pending(header.createdAt(), 0), List.of(), null);
    }

    public UUID noticeId() {
        return header.noticeId();
    }

    public NoticeReference reference() {
        return header.reference();
    }

    public NoticeKind kind() {
        return header.kind();
    }

    public Addressee addressee() {
        return header.addressee();
    }

    public UUID contactId() {
        return header.contactId();
    }

    public Instant createdAt() {
        return header.createdAt();
    }

    /** The cases that it names, each once. */
    public List<UUID> caseIds() {
        return items.stream().map(Item::caseId).distinct().toList();
    }

    /** Whether a person fills it in on a provider's web form. */
    public boolean isForAForm() {
        return FormAddress.is(letter.recipient());
    }

    /** The same, as it was stored. */
    public Notice storedAt(long stored) {
        return new Notice(header, items, letter, state, attempts, stored);
    }

    /** Moves on by a move of the state that it is in. */
    <S extends NoticeState> Notice moved(S from, Function<? super S, ? extends NoticeState> move) {
        return new NoticeIn<>(this, from).moved(move::apply).notice();
    }

    /** For {@link NoticeIn} alone. */
    Notice in(NoticeState next) {
        return new Notice(header, items, letter, next, attempts, version);
    }

    Notice saying(List<Item> others, Letter anew) {
        return new Notice(header, others, anew, state, attempts, version);
    }

    Notice tried(Attempt attempt) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Notice(header, items, letter, state, all, version);
    }
}
