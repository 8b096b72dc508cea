package org.vigie.sandbox.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mailbox for every provider; some refuse whatever comes. */
public final class Mailboxes {

    private final Map<String, Mailbox> boxes = new LinkedHashMap<>();
    private final Set<String> refusing;

    /**
     * Opens the mailboxes of the addresses in the directory.
     *
     * @param refusing addresses that answer 550
     */
    public Mailboxes(Path directory, List<String> addresses, Set<String> refusing) {
        this.refusing = Set.copyOf(refusing);
        addresses.forEach(address -> boxes.put(address, new Mailbox(directory.resolve(address + ".mails"))));
    }

    /** Whether mail to the address is taken. */
    boolean accepts(String recipient) {
        return box(recipient).isPresent() && !refusing.contains(recipient.toLowerCase(Locale.ROOT));
    }

    /** Keeps a mail for each recipient; it is on disk when this returns. */
    void deliver(List<String> recipients, Instant receivedAt, byte[] mail) throws IOException {
        for (var recipient : recipients) {
            box(recipient).orElseThrow().append(receivedAt, mail);
        }
    }

    /** All mails by address, oldest first. */
    public Map<String, List<Mail>> all() {
        var all = new LinkedHashMap<String, List<Mail>>();
        boxes.forEach((address, box) -> all.put(address, box.mails()));
        return all;
    }

    /**
     * When mails naming a page arrived, oldest first, by recipient. A mail that came again counts once, as it does at a
     * desk that files by Message-ID.
     */
    public Map<String, List<Instant>> naming(String label) {
        var naming = new LinkedHashMap<String, List<Instant>>();
        boxes.forEach((address, box) -> {
            var instants = new ArrayList<Instant>();
            var seen = new HashSet<@Nullable String>();
            for (var mail : box.mails()) {
                if (mail.labels().contains(label) && (mail.messageId() == null || seen.add(mail.messageId()))) {
                    instants.add(mail.receivedAt());
                }
            }
            if (!instants.isEmpty()) {
                naming.put(address, List.copyOf(instants));
            }
        });
        return naming;
    }

    private Optional<Mailbox> box(String recipient) {
        return Optional.ofNullable(boxes.get(recipient.toLowerCase(Locale.ROOT)));
    }
}
