package org.vigie.notice.delivery.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.OutgoingMessage;

/**
 * Hands the messages that {@code MailTrialTests} filed to a relay, in their order, as the service does:
 * {@code SendTrial DIRECTORY PORT}. Ends with 1 at the first that is not accepted.
 */
final class SendTrial {

    private static final Duration LONG = Duration.ofMinutes(2);

    private SendTrial() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[1]);
        var settings = new SmtpSettings("127.0.0.1:" + port, LONG, LONG, LONG, LONG, false);
        var channel = new SmtpChannel(new Relay("127.0.0.1", port, false), settings);
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (var file : files.filter(one -> one.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                var envelope = Files.readAllLines(Path.of(file.toString().replaceFirst("\\.eml$", ".envelope")));
                var message = new OutgoingMessage(
                        envelope.get(0), envelope.get(1), envelope.get(2), Files.readAllBytes(file));
                var result = channel.deliver(message, () -> true);
                if (!(result instanceof Accepted)) {
                    System.err.println(file.getFileName() + ": " + result);
                    System.exit(1);
                }
            }
        }
    }
}
