package org.vigie.notice.inbound;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Messages that are lost with the process. */
public final class InMemoryMessages implements Messages {

    private final Map<UUID, Message> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Message> find(UUID messageId) {
        return Optional.ofNullable(stored.get(messageId));
    }

    @Override
    public List<Message> to(UUID noticeId) {
        return stored.values().stream()
                .filter(message -> noticeId.equals(message.answers()))
                .sorted(Comparator.comparing(Message::receivedAt))
                .toList();
    }

    @Override
    public List<Message> list(Filter filter, @Nullable Message after, int limit) {
        var order = Comparator.comparing(Message::receivedAt)
                .thenComparing(message -> message.messageId().toString());
        return stored.values().stream()
                .filter(message -> filter.waiting() == null || filter.waiting() == message.waits())
                .filter(message ->
                        filter.kind() == null || filter.kind() == message.is().kind())
                .filter(message -> after == null || order.compare(message, after) > 0)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean read(UUID messageId, Reading reading) {
        var before = stored.get(messageId);
        return before != null && before.reading() == null && stored.replace(messageId, before, before.readAs(reading));
    }

    @Override
    public boolean add(Message message) {
        return stored.putIfAbsent(message.messageId(), message) == null;
    }

    @Override
    public long forget(Instant receivedBefore) {
        var over = stored.values().stream()
                .filter(message -> message.answers() == null && !message.waits())
                .filter(message -> message.receivedAt().isBefore(receivedBefore))
                .map(Message::messageId)
                .toList();
        return over.stream().filter(id -> stored.remove(id) != null).count();
    }
}
