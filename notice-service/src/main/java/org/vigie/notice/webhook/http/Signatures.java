package org.vigie.notice.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks has it: symmetric, version 1. */
final class Signatures {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /** The header's value: a signature by each secret. */
    static String of(List<String> secrets, String id, long timestamp, String body) {
        var signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8);
        return secrets.stream().map(secret -> "v1," + by(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String by(String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
