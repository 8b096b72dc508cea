package org.vigie.notice.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Submissions that are forgotten with the process. */
public final class InMemorySubmissions implements Submissions {

    private final Map<String, Submission> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Submission> find(String deliveryId) {
        return Optional.ofNullable(stored.get(deliveryId));
    }

    @Override
    public void save(Submission submission) {
        stored.put(submission.deliveryId(), submission);
    }

    @Override
    public void remove(String deliveryId) {
        stored.remove(deliveryId);
    }
}
