package org.vigie.notice.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.removal.Rung.Addressee;

/**
 * One message to one contact about one host.
 *
 * @param items one per URL
 * @param letter what is sent, rendered once
 * @param attempts every try to deliver it, oldest first
 * @param version the stored version this was read at, absent while it was never stored
 */
public record Notice(
        UUID noticeId,
        NoticeReference reference,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        Instant createdAt,
        List<Item> items,
        Letter letter,
        NoticeState state,
        List<Attempt> attempts,
        @Nullable Long version) {

    public Notice {
        items = List.copyOf(items);
        attempts = List.copyOf(attempts);
    }

    /**
     * One case's part.
     *
     * @param itemId the case's wish
     * @param contents units it names
     * @param verifiable whether our own look stands behind it
     */
    public record Item(UUID caseId, UUID itemId, int cycle, List<UUID> contents, boolean verifiable) {
        public Item {
            contents = List.copyOf(contents);
        }
    }

    /**
     * The rendered message; its {@code toString} gives nothing away.
     *
     * @param message the whole of it, 7-bit
     */
    public record Letter(String envelopeFrom, String recipient, String messageId, String message) {

        /**
         * What tells its answers apart: the envelope sender's part between plus sign and at sign; empty without one.
         */
        public Optional<String> token() {
            var plus = envelopeFrom.indexOf('+');
            return plus < 0
                    ? Optional.empty()
                    : Optional.of(envelopeFrom.substring(plus + 1, envelopeFrom.indexOf('@')));
        }

        @Override
        public String toString() {
            return "Letter[%d characters]".formatted(message.length());
        }
    }

    /** The same, as it was stored. */
    public Notice storedAt(long stored) {
        return new Notice(
                noticeId, reference, kind, addressee, contactId, createdAt, items, letter, state, attempts, stored);
    }

    Notice in(NoticeState next) {
        return with(items, letter, next, attempts);
    }

    Notice saying(List<Item> others, Letter anew) {
        return with(others, anew, state, attempts);
    }

    Notice tried(Attempt attempt) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        return with(items, letter, state, all);
    }

    private Notice with(List<Item> said, Letter words, NoticeState next, List<Attempt> tried) {
        return new Notice(
                noticeId, reference, kind, addressee, contactId, createdAt, said, words, next, tried, version);
    }
}
