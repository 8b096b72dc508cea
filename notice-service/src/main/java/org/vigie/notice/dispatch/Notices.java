package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every notice. */
public interface Notices {

    Optional<Notice> find(UUID noticeId);

    /** All messages under a reference such as {@code RN-2026-00000042}. */
    List<Notice> findByReference(String number);

    /**
     * The one that answers come back to under the token, which is in its envelope sender and in its reply address;
     * empty for those stored before tokens were looked for.
     */
    Optional<Notice> findByToken(String token);

    /** What was written to the contact, the latest first, at most as many. */
    List<Notice> toContact(UUID contactId, int limit);

    /** Every notice with an item of the case. */
    List<Notice> naming(UUID caseId);

    /**
     * Stores a new notice.
     *
     * @return false if one with this id is there already; nothing is stored then
     */
    boolean add(Notice notice);

    /**
     * Stores the notice.
     *
     * @return the notice as stored, with its new version; empty if someone stored another version since this one was
     *     read, and nothing is stored then
     */
    Optional<Notice> save(Notice notice);

    /**
     * Stores the notice's state and attempts; all else of it, the letter above all, stays as it is stored.
     *
     * @return the notice as stored, with its new version; empty if someone stored another version since this one was
     *     read, and nothing is stored then
     */
    Optional<Notice> saveState(Notice notice);

    /** When each notice is to be taken up; those that are done are not in it. */
    Map<UUID, Instant> due();
}
