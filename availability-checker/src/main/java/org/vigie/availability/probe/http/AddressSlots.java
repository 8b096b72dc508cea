package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets no more than four connections be open to one address at a time, whatever names lead there. */
@Component
class AddressSlots {

    static final int PER_ADDRESS = 4;

    private final Map<InetAddress, Integer> taken = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();

    /** Waits for a slot; false if none was free in time. */
    boolean take(InetAddress address, Duration atMost) {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (taken.getOrDefault(address, 0) >= PER_ADDRESS) {
                if (left <= 0) {
                    return false;
                }
                left = released.awaitNanos(left);
            }
            taken.merge(address, 1, Integer::sum);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void release(InetAddress address) {
        lock.lock();
        try {
            taken.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
