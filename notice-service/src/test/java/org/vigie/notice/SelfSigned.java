package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates made for one test by the JDK's keytool, signed by nobody but themselves. */
public final class SelfSigned {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private SelfSigned() {}

    /**
     * A key and its certificate; a copy of that without the key is what vouches for it.
     *
     * @param directory where its file is left
     * @param name whom it is for, such as {@code dns:localhost}
     */
    public static KeyStore certificate(Path directory, String name)
            throws GeneralSecurityException, IOException, InterruptedException {
        var file = directory.resolve("store-" + name.replace(':', '-') + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-alias",
                "test",
                "-ext",
                "san=" + name,
                "-validity",
                "30",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        store.setCertificateEntry("vouched-for", store.getCertificate("test"));
        return store;
    }

    /** What a server that shows it speaks TLS with. */
    public static SSLContext showing(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
