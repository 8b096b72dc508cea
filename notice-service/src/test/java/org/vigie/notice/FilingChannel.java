package org.vigie.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/**
 * Files every message in the directory that {@code mail.trial} names, numbered in their order: {@code 001.eml} and
 * {@code 001.envelope} with sender, recipient and envelope id on a line each.
 */
@Primary
class FilingChannel implements Channel {

    private final Path directory = Path.of(Objects.requireNonNull(System.getProperty("mail.trial")));
    private final AtomicInteger filed = new AtomicInteger();

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        if (!handOver.record()) {
            return new Withdrawn();
        }
        var name = "%03d".formatted(filed.incrementAndGet());
        try {
            Files.write(directory.resolve(name + ".eml"), message.bytes());
            Files.write(
                    directory.resolve(name + ".envelope"),
                    List.of(message.envelopeFrom(), message.recipient(), message.envelopeId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Accepted("2.0.0");
    }
}
