package org.vigie.notice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.vigie.notice.report.ReportRequest.HashesRequest;
import org.vigie.support.validation.InvalidField;
import org.vigie.url.BadPorts;
import org.vigie.url.ReportedUrl;
import org.vigie.url.WebUrl;

/** Reads what was handed in. What is refused is named by its place in the JSON, never by its value. */
public final class ReadReport {

    private static final Duration FAST_CLOCKS = Duration.ofDays(1);
    private static final Pattern MEDIA_FILE =
            Pattern.compile("\\.(?:jpe?g|png|gif|webp|avif|bmp|mp4|webm|avi|mov|mkv)$", Pattern.CASE_INSENSITIVE);

    private ReadReport() {}

    /**
     * Says whether a report would be taken, however it is handed in.
     *
     * @throws InvalidField if a field is missing or not acceptable
     */
    public static void check(ReportRequest request, Instant now) {
        read(request, null, now);
    }

    /**
     * The report, checked beyond what its fields alone must hold.
     *
     * @param filedBy the person who handed it in, absent if only the origin is known
     * @throws InvalidField if a field is missing or not acceptable
     */
    static Submission read(ReportRequest request, @Nullable String filedBy, Instant now) {
        var category = required(request.category(), Category.UNKNOWN, "/category");
        var verification = required(request.verification(), Verification.UNKNOWN, "/verification");
        var verified = verification == Verification.VERIFIED;
        if (verified && category == Category.CSAM) {
            required(request.classification(), null, "/classification");
            required(request.detectionMethod(), DetectionMethod.UNKNOWN, "/detection_method");
        }
        var content = request.content();
        var kind = content == null || content.kind() == null ? ContentKind.MEDIA : content.kind();
        return new Submission(
                place(request, kind),
                category,
                verification,
                verified ? verifiedAt(request.verifiedAt(), now) : null,
                assessment(request),
                kind,
                hashes(content == null ? null : content.hashes()),
                content == null ? null : content.containedVerified(),
                content == null ? null : content.containedApparent(),
                request.foundOnNetwork(),
                request.partnerReference(),
                holds(request, filedBy, now),
                filedBy);
    }

    /** As another's clock tells it: clocks differ, and some tell a day only. */
    private static Instant verifiedAt(@Nullable Instant given, Instant now) {
        if (given != null && given.isAfter(now.plus(FAST_CLOCKS))) {
            throw new InvalidField("/verified_at", "Must be a past timestamp, not before 1970.");
        }
        return Objects.requireNonNullElse(given, now);
    }

    private static Place place(ReportRequest request, ContentKind kind) {
        var url = url(request.url(), "/url");
        return new Place(
                url.exact(),
                url.hostWithoutDot(),
                HostKind.valueOf(url.host().kind().name()),
                locator(url, kind),
                request.referrer() == null
                        ? null
                        : url(request.referrer(), "/referrer").href(),
                request.foundOn() == null
                        ? null
                        : url(request.foundOn(), "/found_on").href());
    }

    private static WebUrl url(String given, String pointer) {
        return ReportedUrl.parse(given)
                .filter(url -> !BadPorts.contains(url.port()))
                .orElseThrow(() -> new InvalidField(
                        pointer,
                        "Must be one absolute http or https URL of at most 8192 characters, with nothing around it."));
    }

    private static Locator locator(WebUrl url, ContentKind kind) {
        if (kind == ContentKind.ARCHIVE) {
            return Locator.ARCHIVE;
        }
        return MEDIA_FILE.matcher(url.path()).find() ? Locator.MEDIA : Locator.PAGE;
    }

    private static Assessment assessment(ReportRequest request) {
        var maturation = Objects.requireNonNullElse(request.maturation(), Maturation.UNDETERMINED);
        var said = request.classification();
        if (said == null) {
            return new Assessment(
                    maturation, Act.UNKNOWN, null, null, null, null, request.detectionMethod(), null, null);
        }
        return new Assessment(
                maturation,
                Objects.requireNonNullElse(said.act(), Act.UNKNOWN),
                said.scheme(),
                said.label(),
                said.organisation(),
                said.assessors(),
                request.detectionMethod(),
                null,
                null);
    }

    private static Hashes hashes(@Nullable HashesRequest given) {
        return given == null
                ? Hashes.NONE
                : new Hashes(
                        lowerCase(given.sha256()),
                        lowerCase(given.sha1()),
                        lowerCase(given.md5()),
                        given.photodna(),
                        given.pdq());
    }

    private static @Nullable String lowerCase(@Nullable String hexadecimal) {
        return hexadecimal == null ? null : hexadecimal.toLowerCase(Locale.ROOT);
    }

    /** One may be over by the time the report is read: what it holds back waits for a person all the same. */
    private static List<Hold> holds(ReportRequest request, @Nullable String filedBy, Instant now) {
        return request.holds() == null
                ? List.of()
                : request.holds().stream()
                        .map(hold -> Hold.reported(
                                hold.owner(),
                                hold.reason(),
                                now,
                                hold.expiresAt(),
                                Boolean.TRUE.equals(hold.probingAllowed()),
                                filedBy))
                        .toList();
    }

    /** @param unknown what readers of events make of a word that is newer than they are */
    private static <T> T required(@Nullable T given, @Nullable T unknown, String pointer) {
        if (given == null || given.equals(unknown)) {
            throw new InvalidField(pointer, "A value is required.");
        }
        return given;
    }
}
