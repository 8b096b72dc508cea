package org.vigie.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/** A relay that keeps what it accepts; the recipient's local part says how it behaves. */
@Primary
class MailboxChannel implements Channel {

    record Mail(String recipient, String text) {}

    private final List<Mail> accepted = new CopyOnWriteArrayList<>();
    private final List<Mail> lost = new CopyOnWriteArrayList<>();

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        var mail = new Mail(message.recipient(), new String(message.bytes(), StandardCharsets.UTF_8));
        if (mail.recipient().startsWith("refuses")) {
            return new RefusedForGood("5.1.1");
        }
        if (mail.recipient().startsWith("later") && lost.stream().noneMatch(mail::equals)) {
            lost.add(mail);
            return new NotNow("4.2.0");
        }
        if (!handOver.record()) {
            return new Withdrawn();
        }
        accepted.add(mail);
        if (mail.recipient().startsWith("silent")) {
            return new Uncertain();
        }
        if (mail.recipient().startsWith("breaks") && lost.stream().noneMatch(mail::equals)) {
            lost.add(mail);
            return new Uncertain();
        }
        return new Accepted("2.0.0");
    }

    List<Mail> to(String recipient) {
        return accepted.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }
}
