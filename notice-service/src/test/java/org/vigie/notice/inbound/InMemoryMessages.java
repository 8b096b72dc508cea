package org.vigie.notice.inbound;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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
                .filter(message -> noticeId.equals(message.noticeId()))
                .sorted(Comparator.comparing(Message::receivedAt))
                .toList();
    }

    @Override
    public boolean add(Message message) {
        return stored.putIfAbsent(message.messageId(), message) == null;
    }
}
