package org.vigie.notice.inbound.imap;

import jakarta.mail.MessagingException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Empties the mailbox again and again while the service runs. */
final class FetchMail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FetchMail.class);

    private final ImapSettings settings;
    private final ImapMailbox mailbox;
    private @Nullable ScheduledExecutorService thread;

    FetchMail(ImapSettings settings, ImapMailbox mailbox) {
        this.settings = settings;
        this.mailbox = mailbox;
    }

    @Override
    public synchronized void start() {
        if (settings.isOn() && thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("inbound-mail").factory());
            var _ = thread.scheduleWithFixedDelay(
                    this::fetch, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void fetch() {
        try {
            var taken = mailbox.empty();
            if (taken > 0) {
                LOG.atInfo().addKeyValue("messages", taken).log("mailbox emptied");
            }
        } catch (MessagingException | RuntimeException e) { // one that left the timer would end it in silence
            LOG.atWarn().addKeyValue("failure", e.getClass().getName()).log("the mailbox cannot be reached");
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
