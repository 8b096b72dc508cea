package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices in memory. */
public final class InMemoryNotices implements Notices {

    private final Map<UUID, Notice> stored = new HashMap<>();

    @Override
    public synchronized Optional<Notice> find(UUID noticeId) {
        return Optional.ofNullable(stored.get(noticeId));
    }

    @Override
    public synchronized List<Notice> findByReference(String number) {
        return stored.values().stream()
                .filter(notice -> notice.reference().number().equals(number))
                .toList();
    }

    @Override
    public synchronized Optional<Notice> findByToken(String token) {
        return stored.values().stream()
                .filter(notice -> notice.letter().token().filter(token::equals).isPresent())
                .findFirst();
    }

    @Override
    public synchronized List<Notice> toContact(UUID contactId, int limit) {
        return stored.values().stream()
                .filter(notice -> notice.contactId().equals(contactId))
                .sorted(Comparator.comparing(Notice::createdAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Notice> naming(UUID caseId) {
        return stored.values().stream()
                .filter(notice ->
                        notice.items().stream().anyMatch(item -> item.caseId().equals(caseId)))
                .sorted(Comparator.comparing(Notice::createdAt)
                        .thenComparing(notice -> notice.noticeId().toString()))
                .toList();
    }

    @Override
    public synchronized boolean add(Notice notice) {
        return stored.putIfAbsent(notice.noticeId(), notice.storedAt(0)) == null;
    }

    @Override
    public synchronized Optional<Notice> save(Notice notice) {
        var before = stored.get(notice.noticeId());
        @Nullable Long version = before == null ? null : before.version();
        if (!Objects.equals(version, notice.version())) {
            return Optional.empty();
        }
        var next = notice.storedAt(version == null ? 0 : version + 1);
        stored.put(notice.noticeId(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized Optional<Notice> saveState(Notice notice) {
        var before = stored.get(notice.noticeId());
        if (before == null || !Objects.equals(before.version(), notice.version())) {
            return Optional.empty();
        }
        return save(new Notice(
                before.header(), before.items(), before.letter(), notice.state(), notice.attempts(), before.version()));
    }

    @Override
    public synchronized Map<UUID, Instant> due() {
        var due = new HashMap<UUID, Instant>();
        stored.forEach((id, notice) -> notice.state().due().ifPresent(at -> due.put(id, at)));
        return due;
    }
}
