package org.vigie.standalone.story;

/** Report bodies as a hotline writes them. */
final class Reports {

    private Reports() {}

    /** Verified and classified: leads to a mail with an XARF part. */
    static String verified(String url) {
        return """
                {"url": "%s", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
                 "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
                 "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT",
                                    "organisation": "Example", "assessors": 2},
                 "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}}}""".formatted(url, sha256(url));
    }

    /** The same with somebody's wish that nothing be done. */
    static String held(String url) {
        return verified(url)
                .strip()
                .replaceFirst(
                        "\\{",
                        "{\"holds\": [{\"owner\": \"police\", \"reason\": \"investigation\", \"expires_at\": \"2099-01-01T00:00:00Z\"}], ");
    }

    /** The same as a detection, for {@code vigie seal}. */
    static String detection(String id, String url) {
        return "{\"producer\": \"crawler\", \"detection_id\": \"%s\", %s"
                .formatted(id, verified(url).substring(1));
    }

    /** Waits for an assessor. */
    static String suspect(String url) {
        return """
                {"url": "%s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(url);
    }

    /** A provider that hosts the network, with one mail contact. */
    static String host(String network) {
        return """
                {"name": "Example Hosting", "type": "HOST", "country": "FR",
                 "network_objects": [{"kind": "CIDR", "value": "%s"}],
                 "contacts": [{"channel": "EMAIL", "address": "abuse@provider.example", "format": "XARF4",
                               "language": "en"}]}""".formatted(network);
    }

    /** Any 64 hexadecimal digits that belong to the URL. */
    static String sha256(String url) {
        return "%064x".formatted(Integer.toUnsignedLong(url.hashCode()));
    }
}
