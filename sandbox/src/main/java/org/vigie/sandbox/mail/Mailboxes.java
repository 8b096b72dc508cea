package org.vigie.sandbox.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** When mails naming a page arrived, oldest first, by recipient. */
    public Map<String, List<Instant>> naming(String label) {
        var naming = new LinkedHashMap<String, List<Instant>>();
        boxes.keySet().forEach(address -> {
            var instants = naming(address, label).stream().map(Mail::receivedAt).toList();
            if (!instants.isEmpty()) {
                naming.put(address, instants);
            }
        });
        return naming;
    }

    /**
     * The mails to an address that name a page, oldest first. One that came again counts once, as it does at a desk
     * that files by Message-ID.
     */
    public List<Mail> naming(String address, String label) {
        var seen = new HashSet<String>();
        return mails(address).stream()
                .filter(mail -> mail.labels().contains(label))
                .filter(mail -> mail.messageId() == null || seen.add(mail.messageId()))
                .toList();
    }

    /** All mails to an address, oldest first; empty if there is no such mailbox. */
    public List<Mail> mails(String address) {
        return box(address).map(Mailbox::mails).orElse(List.of());
    }

    private Optional<Mailbox> box(String recipient) {
        return Optional.ofNullable(boxes.get(recipient.toLowerCase(Locale.ROOT)));
    }
}
