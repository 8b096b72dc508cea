package org.vigie.notice.message.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks a rsa-sha256, relaxed/relaxed signature by the text of RFC 6376 alone; it shares no code with the signer. */
final class DkimVerifier {

    private DkimVerifier() {}

    /** Whether the first header of the message is a signature that fits all it says it signs. */
    static boolean verify(byte[] message, PublicKey key) throws GeneralSecurityException {
        var raw = new String(message, StandardCharsets.ISO_8859_1);
        var end = raw.indexOf("\r\n\r\n");
        var headers = headers(raw.substring(0, end + 2));
        var signature = headers.getFirst();
        if (!signature.toLowerCase(Locale.ROOT).startsWith("dkim-signature:")) {
            return false;
        }
        var tags = tags(signature.substring(signature.indexOf(':') + 1));
        var sha256 = MessageDigest.getInstance("SHA-256");
        var body = sha256.digest(relaxedBody(raw.substring(end + 4)).getBytes(StandardCharsets.ISO_8859_1));
        if (!Base64.getEncoder().encodeToString(body).equals(tags.get("bh"))) {
            return false;
        }
        var signed = new ByteArrayOutputStream();
        var left = new ArrayList<>(headers.subList(1, headers.size()));
        for (var name : tags.getOrDefault("h", "").split(":", -1)) {
            for (var i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    signed.writeBytes((relaxed(left.remove(i)) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    break;
                }
            }
        }
        signed.writeBytes(
                relaxed(signature.replaceFirst("(?s)(;\\s*b=)[^;]*", "$1")).getBytes(StandardCharsets.ISO_8859_1));
        var rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(key);
        rsa.update(signed.toByteArray());
        return rsa.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    static Map<String, String> tags(String value) {
        var tags = new HashMap<String, String>();
        for (var tag : value.split(";", -1)) {
            var at = tag.indexOf('=');
            if (at > 0) {
                tags.put(tag.substring(0, at).strip(), tag.substring(at + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static List<String> headers(String block) {
        return List.of(block.split("\r\n(?![ \t])"));
    }

    private static String relaxed(String header) {
        var colon = header.indexOf(':');
        var value = header.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value;
    }

    private static String relaxedBody(String body) {
        var lines = body.replaceAll("[ \t]+", " ").replaceAll("(?m)[ \t]+(?=\r\n)", "");
        var trimmed = lines.replaceAll("(\r\n)*$", "");
        return trimmed.isEmpty() ? "" : trimmed + "\r\n";
    }
}
