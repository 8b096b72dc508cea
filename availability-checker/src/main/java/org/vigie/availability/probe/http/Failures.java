package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;

/** What a connection that came to nothing says. */
final class Failures {

    /** Nobody beyond this machine fails within a millisecond: it was this machine. */
    private static final Duration TOO_FAST = Duration.ofMillis(1);

    private Failures() {}

    static Outcome notConnected(IOException e, InetSocketAddress address, Duration took) {
        var message = message(e);
        if (isOurFault(message)) {
            return new Outcome.LocalFault();
        }
        if (e instanceof SocketTimeoutException || message.contains("no route") || message.contains("host is down")) {
            return new Outcome.ConnectTimeout();
        }
        var farAway = !address.getAddress().isLoopbackAddress();
        if (farAway && took.compareTo(TOO_FAST) < 0) {
            return new Outcome.LocalFault();
        }
        return message.contains("refused") ? new Outcome.ConnectionRefused() : new Outcome.ConnectTimeout();
    }

    /** No file or port left, no buffer, no network of our own. */
    private static boolean isOurFault(String message) {
        return message.contains("too many open files")
                || message.contains("no buffer space")
                || message.contains("cannot assign")
                || message.contains("address already in use")
                || message.contains("network is unreachable")
                || message.contains("network is down")
                || message.contains("operation not permitted")
                || message.contains("permission denied");
    }

    static Outcome notSecured(IOException e) {
        if (e instanceof Tls.Demanded) {
            return new Outcome.CertificateDemanded();
        }
        var message = message(e);
        var nameUnknown = e instanceof SSLException
                && (message.contains("unrecognized_name") || message.contains("internal_error"));
        return nameUnknown ? new Outcome.TlsNameUnknown() : new Outcome.TlsFailed();
    }

    /**
     * An answer that did not come to the end of its headers.
     *
     * @param late whether the time was over
     * @param heard whether anything of it came
     */
    static Outcome broken(IOException e, boolean late, boolean heard) {
        if (late || e instanceof SocketTimeoutException) {
            return new Broken(heard ? Fault.TOO_SLOW : Fault.SILENT);
        }
        return new Broken(
                switch (e) {
                    case BoundedInput.TooMuch _, MessageConstraintException _ -> Fault.TOO_LARGE;
                    case NoHttpResponseException _ -> Fault.EMPTY;
                    default -> Fault.RESET;
                });
    }

    private static String message(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
    }
}
