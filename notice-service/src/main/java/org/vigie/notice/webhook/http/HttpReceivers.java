package org.vigie.notice.webhook.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.vigie.notice.webhook.Message;
import org.vigie.notice.webhook.Receipt;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.Receipt.Failed;
import org.vigie.notice.webhook.Receipt.Failure;
import org.vigie.notice.webhook.ReceiverUrls;
import org.vigie.notice.webhook.Receivers;
import org.vigie.url.WebUrl;

/** Sends over HTTP/1.1 to public addresses only, each attempt over a connection of its own. */
final class HttpReceivers implements Receivers {

    private final Addresses addresses;
    private final boolean trial;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * The way out.
     *
     * @param trial whether http to this machine will do, as in an evaluation
     * @param patience for one attempt, all of it
     * @param clock the real one, by which receivers tell whether a message is fresh
     */
    HttpReceivers(Addresses addresses, boolean trial, Duration patience, InstantSource clock) {
        this.addresses = addresses;
        this.trial = trial;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Receipt send(String text, List<String> secrets, Message message) {
        var url = ReceiverUrls.read(text, trial);
        if (url.isEmpty()) {
            return new Failed(Failure.NOT_PUBLIC);
        }
        var found = addresses.of(url.get().host());
        if (found.isEmpty()) {
            return new Failed(Failure.NO_ADDRESS);
        }
        return found.stream()
                .filter(address -> addresses.isPublic(address) || (trial && ReceiverUrls.isHere(url.get())))
                .findFirst()
                .map(address -> sent(url.get(), address, secrets, message))
                .orElse(new Failed(Failure.NOT_PUBLIC));
    }

    private Receipt sent(WebUrl url, InetAddress address, List<String> secrets, Message message) {
        var body = Body.of(message);
        var now = clock.instant().getEpochSecond();
        var headers = headers(secrets, message.messageId().toString(), now, body);
        var timeout = Math.toIntExact(patience.toMillis());
        try (var exchange = new Exchange(url, timeout)) {
            var answer = new FutureTask<>(() -> exchange.post(address, headers, body));
            Thread.ofVirtual().name("webhook").start(answer);
            return new Answered(answer.get(timeout, TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return new Failed(Failure.TIMEOUT);
        } catch (ExecutionException e) {
            return new Failed(failure(Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.NO_CONNECTION);
        }
    }

    /** @param timestamp seconds of the epoch */
    static Map<String, String> headers(List<String> secrets, String id, long timestamp, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Vigie");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", Signatures.of(secrets, id, timestamp, body));
        return headers;
    }

    private static Failure failure(Throwable cause) {
        return switch (cause) {
            case SocketTimeoutException _ -> Failure.TIMEOUT;
            case SSLException _ -> Failure.NO_TLS;
            case ProtocolException _ -> Failure.NOT_HTTP;
            case IOException _ -> Failure.NO_CONNECTION;
            default -> throw new IllegalStateException(cause);
        };
    }
}
