package org.vigie.notice.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every message that came. */
public interface Messages {

    Optional<Message> find(UUID messageId);

    /** Those that answer a notice, as a person says if one did, the earliest received first. */
    List<Message> to(UUID noticeId);

    /**
     * Which messages.
     *
     * @param waiting whether a person has to say what they are, absent for either
     * @param kind what they are, as a person says if one did, absent for anything
     */
    record Filter(@Nullable Boolean waiting, Meaning.@Nullable Kind kind) {}

    /**
     * The earliest received first.
     *
     * @param after where the page before ended, absent at the beginning
     */
    List<Message> list(Filter filter, @Nullable Message after, int limit);

    /**
     * Stores what a person read in it.
     *
     * @return false if somebody was faster, or there is no such message; nothing is stored then
     */
    boolean read(UUID messageId, Reading reading);

    /**
     * Stores a message.
     *
     * @return false if it is there already; nothing is stored then
     */
    boolean add(Message message);

    /**
     * Removes those that came before the instant, answer none of our notices and wait for nobody.
     *
     * @return how many
     */
    long forget(Instant receivedBefore);
}
