package org.vigie.notice.message.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** Signs a message for its sending domain (RFC 6376, rsa-sha256, relaxed/relaxed), the same bytes for the same ones. */
final class DkimSignature {

    private static final int SHORTEST_KEY = 2048;
    private static final Pattern SIGNATURE = Pattern.compile("(?<=[ ;])b=[A-Za-z0-9+/=]++");

    /** From twice: a second one that somebody adds breaks the signature. */
    private static final String HEADERS = "From:From:To:Reply-To:Subject:Date:Message-ID:In-Reply-To:References:"
            + "MIME-Version:Content-Type:Content-Language:X-Notice-Ref";

    private final RSAPrivateKey key;
    private final String selector;

    private DkimSignature(RSAPrivateKey key, String selector) {
        this.key = key;
        this.selector = selector;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException if the file holds no usable one; the message never holds any of it
     */
    static DkimSignature with(Path file, String selector) {
        try {
            var pem = Files.readString(file, StandardCharsets.US_ASCII);
            var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var read = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (read instanceof RSAPrivateKey key && key.getModulus().bitLength() >= SHORTEST_KEY) {
                return new DkimSignature(key, selector);
            }
            throw new IllegalArgumentException("VIGIE_DKIM_KEY: the key is shorter than 2048 bits");
        } catch (IOException e) {
            throw new IllegalArgumentException("VIGIE_DKIM_KEY: the file cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw e instanceof IllegalArgumentException said && said.getCause() == null && isOurs(said)
                    ? said
                    : new IllegalArgumentException("VIGIE_DKIM_KEY: not an RSA key as PKCS #8 in PEM");
        }
    }

    private static boolean isOurs(IllegalArgumentException said) {
        return String.valueOf(said.getMessage()).startsWith("VIGIE_DKIM_KEY");
    }

    /** The message with a signature before everything else. */
    byte[] over(byte[] message, String domain, Instant at) {
        var template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; t=%d; h=%s; bh=; b=;"
                .formatted(domain, selector, at.getEpochSecond(), HEADERS);
        try {
            var header = new DKIMSigner(template, key).sign(new ByteArrayInputStream(message));
            var signed = new ByteArrayOutputStream();
            signed.writeBytes((folded(header) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            signed.writeBytes(message);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FailException e) {
            throw new IllegalStateException("a notice could not be signed", e);
        }
    }

    /** White space after a tag, and inside the signature, counts for nothing (RFC 6376 sections 3.2 and 3.4.2). */
    private static String folded(String header) {
        var tags = header.strip().replaceAll("\\s+", " ").replace("; ", ";\r\n ");
        return SIGNATURE.matcher(tags).replaceAll(found -> found.group().replaceAll("(.{72})(?=.)", "$1\r\n "));
    }
}
