package org.vigie.notice.iccam.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads secrets from their files. */
final class Secrets {

    private Secrets() {}

    static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TLS in which we show ourselves by the certificate. */
    static SSLContext tls(Path certificate, Path passwordFile) {
        try {
            var tls = SSLContext.getInstance("TLS");
            var password = text(passwordFile).toCharArray();
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(certificate.toFile(), password), password);
            tls.init(keys.getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException | IOException _) {
            throw new IllegalArgumentException("VIGIE_ICCAM_CERTIFICATEFILE: not a PKCS #12 file of this password");
        }
    }
}
