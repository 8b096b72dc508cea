package org.vigie.notice.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.support.validation.Text;

/** A report as it is handed in, over HTTP or by a producer. Its {@code toString} gives nothing away. */
public record ReportRequest(
        @NotNull String url,
        @NotNull Category category,
        @Nullable Maturation maturation,
        @NotNull Verification verification,
        @Nullable Instant verifiedAt,
        @Valid @Nullable AssessmentRequest classification,
        @Nullable DetectionMethod detectionMethod,
        @Valid @Nullable ContentRequest content,
        @Nullable String foundOn,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String referrer,
        @Text @Nullable String partnerReference,
        @Size(max = 100) @Nullable List<@NotNull @Valid ReportedHold> holds) {

    /** What assessors said before it was handed in. */
    public record AssessmentRequest(
            @Text @Nullable String scheme,
            @Text @Nullable String label,
            @Nullable Act act,
            @NotNull @Text String organisation,
            @PositiveOrZero @Nullable Integer assessors) {}

    /** What was seen there. */
    public record ContentRequest(
            @Nullable ContentKind kind,
            @Valid @Nullable HashesRequest hashes,
            @PositiveOrZero @Nullable Integer containedVerified,
            @PositiveOrZero @Nullable Integer containedApparent) {}

    /** Hashes of it, hexadecimal but for the perceptual ones. */
    public record HashesRequest(
            @Pattern(regexp = "^[0-9A-Fa-f]{64}$", message = "Must be 64 hexadecimal digits.") @Nullable
            String sha256,

            @Pattern(regexp = "^[0-9A-Fa-f]{40}$", message = "Must be 40 hexadecimal digits.") @Nullable
            String sha1,

            @Pattern(regexp = "^[0-9A-Fa-f]{32}$", message = "Must be 32 hexadecimal digits.") @Nullable
            String md5,

            @Size(max = 1000) @Pattern(regexp = "^[\\x20-\\x7e]*$", message = "Must be printable ASCII.") @Nullable
            String photodna,

            @Text @Nullable String pdq) {}

    /** A wish that nothing be done for now. */
    public record ReportedHold(
            @NotNull @Text String owner,
            @NotNull @Text String reason,
            @NotNull Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    @Override
    public String toString() {
        return "ReportRequest";
    }
}
