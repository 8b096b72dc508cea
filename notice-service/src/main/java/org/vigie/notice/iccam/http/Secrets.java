package org.vigie.notice.iccam.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

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

    /**
     * TLS as we show ourselves in it.
     *
     * @param certificate absent if we show none
     */
    static SSLContext tls(@Nullable Path certificate, @Nullable Path passwordFile) {
        try {
            var tls = SSLContext.getInstance("TLS");
            if (certificate == null || passwordFile == null) {
                tls.init(null, null, null);
                return tls;
            }
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
