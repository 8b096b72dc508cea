package org.vigie.standalone;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.events.intake.Detection;
import org.vigie.events.intake.Detection.Assessment;
import org.vigie.events.intake.Detection.Content;
import org.vigie.events.intake.Detection.Hashes;
import org.vigie.events.intake.Detection.Hold;
import org.vigie.events.intake.Detection.Sealed;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code vigie seal}: reads a detection as plain JSON and prints the value of a record for {@code detections.v1} on one
 * line. The record's key must be the detection's id. What is wrong with the input is said by field, never by value.
 */
final class SealCommand {

    private static final JsonMapper STRICT = EventJson.MAPPER
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A detection as a producer writes it down: a report's fields, and whose it is. */
    private record PlainDetection(
            @Nullable String producer,
            @Nullable String detectionId,
            @Nullable String url,
            @Nullable Category category,
            @Nullable Maturation maturation,
            @Nullable Verification verification,
            @Nullable Instant verifiedAt,
            @Nullable Assessment classification,
            @Nullable DetectionMethod detectionMethod,
            @Nullable PlainContent content,
            @Nullable String foundOn,
            @Nullable NetworkSeen foundOnNetwork,
            @Nullable String referrer,
            @Nullable String partnerReference,
            @Nullable List<PlainHold> holds) {}

    private record PlainContent(
            @Nullable ContentKind kind,
            @Nullable Hashes hashes,
            @Nullable Integer containedVerified,
            @Nullable Integer containedApparent) {}

    private record PlainHold(String owner, String reason, Instant expiresAt, boolean probingAllowed) {}

    private SealCommand() {}

    /** Returns the exit code. */
    static int run(InboundSeal seal, InputStream input, PrintStream output, PrintStream errors) {
        try {
            var plain = STRICT.readValue(input, PlainDetection.class);
            var missing = missing(plain);
            if (!missing.isEmpty()) {
                errors.println("vigie seal: missing or not known: " + String.join(", ", missing));
                return Vigie.FAILED;
            }
            output.println(EventJson.MAPPER.writeValueAsString(sealed(seal, plain)));
            return Vigie.DONE;
        } catch (JacksonException e) {
            errors.println("vigie seal: " + where(e));
            return Vigie.FAILED;
        }
    }

    private static List<String> missing(@Nullable PlainDetection plain) {
        if (plain == null) {
            return List.of("the detection");
        }
        var missing = new ArrayList<String>();
        if (isBlank(plain.producer())) {
            missing.add("producer");
        }
        if (isBlank(plain.detectionId())) {
            missing.add("detection_id");
        }
        if (isBlank(plain.url())) {
            missing.add("url");
        }
        if (plain.category() == null || plain.category() == Category.UNKNOWN) {
            missing.add("category");
        }
        if (plain.verification() == null || plain.verification() == Verification.UNKNOWN) {
            missing.add("verification");
        }
        return missing;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Detection sealed(InboundSeal seal, PlainDetection plain) {
        var content = Optional.ofNullable(plain.content());
        var secret = new Sealed(
                Objects.requireNonNull(plain.url()),
                plain.foundOn(),
                plain.referrer(),
                content.map(PlainContent::hashes).orElse(null));
        return new Detection(
                Objects.requireNonNull(plain.producer()),
                Objects.requireNonNull(plain.detectionId()),
                seal.seal(EventJson.MAPPER.writeValueAsString(secret), Objects.requireNonNull(plain.detectionId())),
                Objects.requireNonNull(plain.category()),
                plain.maturation(),
                Objects.requireNonNull(plain.verification()),
                plain.verifiedAt() == null ? null : plain.verifiedAt().toEpochMilli(),
                plain.classification(),
                plain.detectionMethod(),
                content.map(SealCommand::toContent).orElse(null),
                plain.foundOnNetwork(),
                plain.partnerReference(),
                plain.holds() == null
                        ? List.of()
                        : plain.holds().stream().map(SealCommand::toHold).toList());
    }

    private static Content toContent(PlainContent content) {
        return new Content(
                Optional.ofNullable(content.kind()).orElse(ContentKind.MEDIA),
                content.containedVerified(),
                content.containedApparent());
    }

    private static Hold toHold(PlainHold hold) {
        return new Hold(hold.owner(), hold.reason(), hold.expiresAt().toEpochMilli(), hold.probingAllowed());
    }

    private static String where(JacksonException e) {
        var field = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? "the input is not JSON" : "not acceptable: " + field;
    }
}
