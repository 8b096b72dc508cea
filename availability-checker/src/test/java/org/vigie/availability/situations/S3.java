package org.vigie.availability.situations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs URLs of an object store as AWS Signature Version 4 does in a query, which every request may be made with. */
final class S3 {

    static final String ACCESS = "situations";
    static final String SECRET = "situations-secret";

    private static final String REGION = "us-east-1";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private S3() {}

    /** A URL that is good from the instant on for that long. */
    static URI signed(
            String method, String authority, String path, Map<String, String> query, Instant from, Duration goodFor) {
        var stamp = STAMP.format(from);
        var scope = stamp.substring(0, 8) + "/" + REGION + "/s3/aws4_request";
        var all = new TreeMap<>(query);
        all.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        all.put("X-Amz-Credential", (ACCESS + "/" + scope).replace("/", "%2F"));
        all.put("X-Amz-Date", stamp);
        all.put("X-Amz-Expires", Long.toString(goodFor.toSeconds()));
        all.put("X-Amz-SignedHeaders", "host");
        var canonical = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        var request = String.join("\n", method, path, canonical, "host:" + authority, "", "host", "UNSIGNED-PAYLOAD");
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8)));
            var signature = HexFormat.of()
                    .formatHex(mac(key(stamp), String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, digest)));
            return URI.create("http://%s%s?%s&X-Amz-Signature=%s".formatted(authority, path, canonical, signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(String stamp) throws GeneralSecurityException {
        var key = ("AWS4" + SECRET).getBytes(UTF_8);
        for (var part : new String[] {stamp.substring(0, 8), REGION, "s3", "aws4_request"}) {
            key = mac(key, part);
        }
        return key;
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    /** Asks the store to do something. */
    static void send(String method, String authority, String path, Map<String, String> query, byte[] body)
            throws IOException {
        var request = HttpRequest.newBuilder(
                        signed(method, authority, path, query, Instant.now(), Duration.ofMinutes(5)))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", path.endsWith(".png") ? "image/png" : "application/octet-stream")
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(
                        "%s of the object store: %d %s".formatted(method, answer.statusCode(), answer.body()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
