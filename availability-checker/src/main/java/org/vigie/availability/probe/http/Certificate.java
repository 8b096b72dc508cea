package org.vigie.availability.probe.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.url.Host;

/** What is odd about the certificate that a server shows. */
final class Certificate {

    private static final DefaultHostnameVerifier NAMES = new DefaultHostnameVerifier();

    private Certificate() {}

    static Set<Note> notes(SSLSession session, Host host, Instant now) {
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                return notes(certificate, host, now);
            }
        } catch (SSLPeerUnverifiedException _) {
            // No certificate: nothing to note about it.
        }
        return EnumSet.noneOf(Note.class);
    }

    static Set<Note> notes(X509Certificate certificate, Host host, Instant now) {
        var notes = EnumSet.noneOf(Note.class);
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException _) {
            notes.add(Note.CERTIFICATE_EXPIRED);
        }
        if (certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            notes.add(Note.CERTIFICATE_SELF_SIGNED);
        }
        try {
            NAMES.verify(host.withoutDot().replace("[", "").replace("]", ""), certificate);
        } catch (SSLException _) {
            notes.add(Note.CERTIFICATE_OTHER_NAME);
        }
        return notes;
    }
}
