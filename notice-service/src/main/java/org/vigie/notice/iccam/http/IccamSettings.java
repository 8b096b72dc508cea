package org.vigie.notice.iccam.http;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ICCAM is, and who we are there.
 *
 * @param url of its interface, with a slash at its end; absent: nothing is exchanged
 * @param user the account of the interface, which is also the analyst's name of all that we tell
 * @param passwordFile a file with the password and nothing else
 * @param certificateFile our client certificate with its key (PKCS #12), absent if ICCAM asks for none
 * @param certificatePasswordFile a file with the password of that file, and nothing else
 * @param country ISO 3166-1 alpha-2, of our hotline
 * @param from only items that were assigned from then on are taken, absent for all
 * @param every between two looks for new items
 */
@ConfigurationProperties("vigie.iccam")
record IccamSettings(
        @Nullable String url,
        @DefaultValue("") String user,
        @Nullable Path passwordFile,
        @Nullable Path certificateFile,
        @Nullable Path certificatePasswordFile,
        @DefaultValue("") String country,
        @Nullable Instant from,
        @DefaultValue("1m") Duration every) {

    private static final Pattern THERE = Pattern.compile("https://[^/?#@\\s]+/([^?#\\s]*/)?");
    private static final Pattern HERE = Pattern.compile("http://(127\\.0\\.0\\.1|localhost):[0-9]{1,5}/([^?#\\s]*/)?");

    IccamSettings {
        url = url == null || url.isBlank() ? null : url.strip();
        country = country.strip().toUpperCase(Locale.ROOT);
        if (url != null) {
            check(url, user, passwordFile, country);
        }
        checkCertificate(certificateFile, certificatePasswordFile);
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("VIGIE_ICCAM_EVERY: expected at least a second");
        }
    }

    private static void check(String url, String user, @Nullable Path passwordFile, String country) {
        if (!(THERE.matcher(url).matches() || HERE.matcher(url).matches())
                || URI.create(url).getHost() == null) {
            throw new IllegalArgumentException(
                    "VIGIE_ICCAM_URL: expected an https URL with a slash at its end, or http on loopback");
        }
        if (user.isBlank() || passwordFile == null || country.isBlank()) {
            throw new IllegalArgumentException(
                    "VIGIE_ICCAM_URL needs VIGIE_ICCAM_USER, VIGIE_ICCAM_PASSWORDFILE and VIGIE_ICCAM_COUNTRY");
        }
        if (!Files.isReadable(passwordFile)) {
            throw new IllegalArgumentException("VIGIE_ICCAM_PASSWORDFILE: the file cannot be read");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("VIGIE_ICCAM_COUNTRY: expected two letters, as ISO 3166-1 has them");
        }
    }

    private static void checkCertificate(@Nullable Path file, @Nullable Path passwordFile) {
        if ((file == null) != (passwordFile == null)) {
            throw new IllegalArgumentException(
                    "VIGIE_ICCAM_CERTIFICATEFILE and VIGIE_ICCAM_CERTIFICATEPASSWORDFILE: expected both or neither");
        }
        if (file != null && passwordFile != null && !(Files.isReadable(file) && Files.isReadable(passwordFile))) {
            throw new IllegalArgumentException(
                    "VIGIE_ICCAM_CERTIFICATEFILE, VIGIE_ICCAM_CERTIFICATEPASSWORDFILE: a file cannot be read");
        }
    }
}
