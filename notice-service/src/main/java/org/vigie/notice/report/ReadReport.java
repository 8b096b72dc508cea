package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Place;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;
import org.vigie.url.BadPorts;
import org.vigie.url.ReportedUrl;
import org.vigie.url.WebUrl;

/** Checks what was handed in, field by field. What is refused is named by its place in the JSON, never by its value. */
public final class ReadReport {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern MEDIA_FILE =
            Pattern.compile("\\.(?:jpe?g|png|gif|webp|avif|bmp|mp4|webm|avi|mov|mkv)$", Pattern.CASE_INSENSITIVE);

    private ReadReport() {}

    /**
     * Says whether a report would be taken, however it is handed in.
     *
     * @throws InvalidRequest if a field is missing or not acceptable
     */
    public static void check(RawReport raw, Instant now) {
        read(raw, now);
    }

    /**
     * The report, checked.
     *
     * @throws InvalidRequest if a field is missing or not acceptable
     */
    static Submission read(RawReport raw, Instant now) {
        var category = required(raw.category(), Category.UNKNOWN, "/category");
        var verification = required(raw.verification(), Verification.UNKNOWN, "/verification");
        var content = raw.content();
        var kind = content == null || content.kind() == null ? ContentKind.MEDIA : content.kind();
        if (verification == Verification.VERIFIED && category == Category.CSAM) {
            required(raw.classification(), null, "/classification");
            required(raw.detectionMethod(), DetectionMethod.UNKNOWN, "/detection_method");
        }
        var verified = verification == Verification.VERIFIED;
        return new Submission(
                place(raw, kind),
                category,
                verification,
                verified
                        ? raw.verifiedAt() == null ? now : Given.pastElsewhere(raw.verifiedAt(), "/verified_at", now)
                        : null,
                assessment(raw),
                kind,
                hashes(content == null ? null : content.hashes()),
                content == null ? null : Given.count(content.containedVerified(), "/content/contained_verified"),
                content == null ? null : Given.count(content.containedApparent(), "/content/contained_apparent"),
                raw.foundOnNetwork(),
                text(raw.partnerReference(), "/partner_reference"),
                holds(raw, now),
                raw.filedBy());
    }

    private static Place place(RawReport raw, ContentKind kind) {
        var url = url(required(raw.url(), null, "/url"), "/url");
        return new Place(
                url.exact(),
                url.hostWithoutDot(),
                HostKind.valueOf(url.host().kind().name()),
                locator(url, kind),
                raw.referrer() == null ? null : url(raw.referrer(), "/referrer").href(),
                raw.foundOn() == null ? null : url(raw.foundOn(), "/found_on").href());
    }

    private static WebUrl url(String given, String pointer) {
        return ReportedUrl.parse(given)
                .filter(url -> !BadPorts.contains(url.port()))
                .orElseThrow(() -> new InvalidRequest(
                        pointer,
                        "Must be one absolute http or https URL of at most 8192 characters, with nothing around it."));
    }

    private static Locator locator(WebUrl url, ContentKind kind) {
        if (kind == ContentKind.ARCHIVE) {
            return Locator.ARCHIVE;
        }
        return MEDIA_FILE.matcher(url.path()).find() ? Locator.MEDIA : Locator.PAGE;
    }

    private static Assessment assessment(RawReport raw) {
        var maturation = raw.maturation() == null ? Maturation.UNDETERMINED : raw.maturation();
        var said = raw.classification();
        if (said == null) {
            return new Assessment(maturation, Act.UNKNOWN, null, null, null, null, raw.detectionMethod(), null);
        }
        return new Assessment(
                maturation,
                said.act() == null ? Act.UNKNOWN : said.act(),
                text(said.scheme(), "/classification/scheme"),
                text(said.label(), "/classification/label"),
                text(
                        required(said.organisation(), null, "/classification/organisation"),
                        "/classification/organisation"),
                Given.count(said.assessors(), "/classification/assessors"),
                raw.detectionMethod(),
                null);
    }

    private static Hashes hashes(@Nullable Hashes given) {
        if (given == null) {
            return Hashes.NONE;
        }
        return new Hashes(
                hex(given.sha256(), 64, "sha256"),
                hex(given.sha1(), 40, "sha1"),
                hex(given.md5(), 32, "md5"),
                text(given.photodna(), "/content/hashes/photodna", 1000),
                text(given.pdq(), "/content/hashes/pdq"));
    }

    private static @Nullable String hex(@Nullable String given, int digits, String name) {
        if (given == null) {
            return null;
        }
        var hash = given.toLowerCase(Locale.ROOT);
        if (hash.length() != digits || !HEX.matcher(hash).matches()) {
            throw new InvalidRequest("/content/hashes/" + name, "Must be %d hexadecimal digits.".formatted(digits));
        }
        return hash;
    }

    private static List<Hold> holds(RawReport raw, Instant now) {
        return raw.holds().stream()
                .map(hold -> Hold.reported(
                        required(text(hold.owner(), "/holds/owner"), null, "/holds/owner"),
                        required(text(hold.reason(), "/holds/reason"), null, "/holds/reason"),
                        now,
                        expiry(hold.expiresAt()),
                        Boolean.TRUE.equals(hold.probingAllowed()),
                        raw.filedBy()))
                .toList();
    }

    /** It may be over by the time the report is read: what it holds back waits for a person all the same. */
    private static Instant expiry(@Nullable Instant given) {
        return Given.future(given, "/holds/expires_at", Instant.EPOCH);
    }

    private static @Nullable String text(@Nullable String given, String pointer) {
        return text(given, pointer, LONGEST_TEXT);
    }

    private static @Nullable String text(@Nullable String given, String pointer, int longest) {
        if (given != null && (given.length() > longest || given.codePoints().anyMatch(Character::isISOControl))) {
            throw new InvalidRequest(
                    pointer, "Must be at most %d characters, without control characters.".formatted(longest));
        }
        return given;
    }

    private static <T> T required(@Nullable T given, @Nullable T unknown, String pointer) {
        if (given == null || given.equals(unknown)) {
            throw new InvalidRequest(pointer, "A value is required.");
        }
        return given;
    }
}
