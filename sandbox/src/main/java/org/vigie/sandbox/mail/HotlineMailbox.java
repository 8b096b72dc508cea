package org.vigie.sandbox.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What came back to the hotline and was not fetched yet. */
public final class HotlineMailbox {

    /** A message that nobody fetched yet; each is itself only, whatever it says. */
    static final class Unfetched {

        private final Instant receivedAt;
        private final byte[] bytes;

        Unfetched(Instant receivedAt, byte[] bytes) {
            this.receivedAt = receivedAt;
            this.bytes = bytes.clone();
        }

        Instant receivedAt() {
            return receivedAt;
        }

        int size() {
            return bytes.length;
        }

        /** As far as there is something. */
        byte[] part(int from, int most) {
            var start = Math.min(from, bytes.length);
            return Arrays.copyOfRange(bytes, start, (int) Math.min(bytes.length, (long) start + most));
        }
    }

    private final List<Unfetched> messages = new ArrayList<>();

    /** Puts a message in. */
    public synchronized void deliver(Instant receivedAt, byte[] message) {
        messages.add(new Unfetched(receivedAt, message));
    }

    /** Whether all was fetched. */
    public synchronized boolean isEmpty() {
        return messages.isEmpty();
    }

    /** As they are now, the earliest first. */
    synchronized List<Unfetched> messages() {
        return List.copyOf(messages);
    }

    synchronized void remove(Collection<Unfetched> fetched) {
        messages.removeAll(fetched);
    }
}
