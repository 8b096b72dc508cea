package org.vigie.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be known about one tale at one instant.
 *
 * @param opened when the tale's first report is due
 * @param mails when mails naming the tale's page arrived, oldest first, by recipient
 */
public record Moment(Instant now, Instant opened, Map<String, List<Instant>> mails) {

    public Moment {
        mails = Map.copyOf(mails);
    }

    /** Whether the {@code n}th mail to the provider about this page is at least so old, n from 1. */
    boolean passedSinceMail(Provider provider, int n, Duration delay) {
        return mail(provider, n).filter(at -> !now.isBefore(at.plus(delay))).isPresent();
    }

    Optional<Instant> mail(Provider provider, int n) {
        var received = mails.getOrDefault(provider.mail(), List.of());
        return received.size() < n ? Optional.empty() : Optional.of(received.get(n - 1));
    }

    boolean passedSinceOpened(Duration delay) {
        return !now.isBefore(opened.plus(delay));
    }
}
