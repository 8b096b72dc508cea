package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Files;

/** A self-signed certificate, made by OpenSSL: what a checker meets at half of the hosts that it looks at. */
final class Certificate {

    private Certificate() {}

    /**
     * Leaves {@code cert.pem}, {@code key.pem} and, with the two in one file, {@code both.pem} in the run's directory.
     */
    static void make(Place place) throws IOException {
        var process = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        "/CN=seaside.test",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "cert.pem")
                .directory(place.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("openssl makes no certificate");
            }
            var directory = place.directory();
            var both = Files.readString(directory.resolve("cert.pem")) + Files.readString(directory.resolve("key.pem"));
            Files.writeString(directory.resolve("both.pem"), both);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
