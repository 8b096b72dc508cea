package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.conscrypt.Conscrypt;
import org.springframework.stereotype.Component;
import org.vigie.url.Host;

/**
 * TLS for looking, not for trusting: any certificate will do, and what is wrong with it is noted. Nothing secret is
 * ever sent this way. It is BoringSSL, the library of Chromium, so that what browsers still accept is accepted here
 * (servers with RSA key exchange, the warning unrecognized_name) and nothing is weakened elsewhere in the process.
 */
@Component
class Tls {

    private static final String[] BOTH = {"h2", "http/1.1"};
    private static final String[] HTTP_1_ONLY = {"http/1.1"};
    private static final TrustManager[] ANYONE = {new Anyone()};
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Provider provider = provider();

    /**
     * What came of a handshake that was agreed on.
     *
     * @param demanded whether the server asked for a certificate of ours
     */
    record Secured(SSLSocket socket, boolean demanded) {

        boolean isHttp2() {
            return "h2".equals(socket.getApplicationProtocol());
        }
    }

    /** The server asked for a certificate of ours and agreed on nothing without. */
    static final class Demanded extends IOException {
        private static final long serialVersionUID = 1;

        Demanded(IOException cause) {
            super("the server demands a certificate", cause);
        }
    }

    /**
     * Secures the connection; server name indication for names only, without trailing dot (RFC 6066, section 3).
     * Closing what comes back closes the socket too.
     *
     * @param http2 whether HTTP/2 is offered too
     */
    Secured over(Socket socket, Host host, boolean http2) throws IOException {
        var noCertificate = new NoCertificate();
        var secured =
                (SSLSocket) sockets(noCertificate).createSocket(socket, host.withoutDot(), socket.getPort(), true);
        try {
            var parameters = secured.getSSLParameters();
            parameters.setServerNames(names(host));
            parameters.setApplicationProtocols(http2 ? BOTH : HTTP_1_ONLY);
            parameters.setProtocols(PROTOCOLS);
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return new Secured(secured, noCertificate.wasDemanded());
        } catch (IOException e) {
            secured.close();
            throw noCertificate.wasDemanded() ? new Demanded(e) : e;
        }
    }

    private static List<SNIServerName> names(Host host) {
        if (!(host instanceof Host.Domain)) {
            return List.of();
        }
        try {
            // From bytes: names with an underscore are refused as text.
            return List.of(new SNIHostName(host.withoutDot().getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    /** Of a context of its own: sessions live in it, and no server may know us again by one. */
    private SSLSocketFactory sockets(NoCertificate noCertificate) {
        try {
            var context = SSLContext.getInstance("TLS", provider);
            context.init(new KeyManager[] {noCertificate}, ANYONE, null);
            var sockets = context.getSocketFactory();
            // Over the socket's streams: reading by file descriptor would hold a thread of the machine each.
            Conscrypt.setUseEngineSocket(sockets, true);
            return sockets;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this provider has no TLS", e);
        }
    }

    /** Registered, behind all others: Tink would make one of its own for each thread that seals. */
    private static Provider provider() {
        try {
            var provider = Conscrypt.newProviderBuilder().build();
            Security.addProvider(provider);
            return provider;
        } catch (UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "availability-checker needs Linux with glibc or macOS on x86-64 or AArch64, or Windows on x86-64: Conscrypt's"
                            + " library cannot be loaded",
                    e);
        }
    }
}
