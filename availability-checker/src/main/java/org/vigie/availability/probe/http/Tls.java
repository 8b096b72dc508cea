package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.url.Host;

/**
 * TLS for looking, not for trusting: any certificate will do, and what is wrong with it is noted. Nothing secret is
 * ever sent this way.
 */
@Component
class Tls {

    private final SSLContext context = anyCertificate();

    /** Secures the connection; server name indication for names only, without trailing dot (RFC 6066, section 3). */
    SSLSocket over(Socket socket, Host host, int port) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host.withoutDot(), port, true);
        var parameters = secured.getSSLParameters();
        parameters.setServerNames(names(host));
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** What is odd about the certificate. */
    static Set<Note> notes(SSLSession session, Host host) {
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                return notes(certificate, host);
            }
        } catch (SSLPeerUnverifiedException _) {
            // No certificate: nothing to note about it.
        }
        return Set.of();
    }

    private static Set<Note> notes(X509Certificate certificate, Host host) {
        var notes = EnumSet.noneOf(Note.class);
        try {
            certificate.checkValidity();
        } catch (CertificateException _) {
            notes.add(Note.CERTIFICATE_EXPIRED);
        }
        if (certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            notes.add(Note.CERTIFICATE_SELF_SIGNED);
        }
        var name = host.withoutDot().replace("[", "").replace("]", "");
        if (namesOf(certificate).stream().noneMatch(pattern -> matches(pattern, name))) {
            notes.add(Note.CERTIFICATE_OTHER_NAME);
        }
        return notes;
    }

    /** The subject's alternative names: DNS names and addresses (RFC 5280, section 4.2.1.6). */
    private static List<String> namesOf(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            var alternatives = Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of());
            for (var alternative : alternatives) {
                names.add(String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT));
            }
        } catch (CertificateParsingException _) {
            // No name that could be read.
        }
        return names;
    }

    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(pattern.substring(1));
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

    private static SSLContext anyCertificate() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** Extended, because the JDK checks certificates by itself for a plain one. */
    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
