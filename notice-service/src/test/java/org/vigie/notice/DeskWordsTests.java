package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.dispatch.Attempt;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.DisputeDecision;
import org.vigie.notice.removal.NotAllowed;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.removal.Steering;
import org.vigie.notice.task.TaskKind;

/** The desk has words for whatever it may be told, in both languages. */
class DeskWordsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/org/vigie/notice/desk/web");

    /** What a person fills in: a field as it stands in a template, or one that is made by a fragment. */
    private static final Pattern FIELD =
            Pattern.compile("<(?:input(?![^>]*type=\"hidden\")|textarea|select)[^>]* name=\"([a-z_]+)\""
                    + "|fields :: (?:line|url|words|time|choice)\\([^,]+, '([a-z_]+)'");

    private static final List<Map.Entry<String, Class<? extends Enum<?>>>> WORDS = List.of(
            Map.entry("task.", TaskKind.class),
            Map.entry("asked.", TaskKind.class),
            Map.entry("status.", CaseStatus.class),
            Map.entry("says.", CaseStatus.class),
            Map.entry("waits.", WaitsFor.What.class),
            Map.entry("event.", CaseEvent.What.class),
            Map.entry("presence.", AvailabilitySnapshot.Presence.class),
            Map.entry("unseen.", AvailabilitySnapshot.Flag.class),
            Map.entry("role.", Role.class),
            Map.entry("category.", Category.class),
            Map.entry("maturation.", Maturation.class),
            Map.entry("act.", Act.class),
            Map.entry("kind.", ContentKind.class),
            Map.entry("verification.", Verification.class),
            Map.entry("confidence.", Confidence.class),
            Map.entry("notice.", NoticeKind.class),
            Map.entry("attempt.", Attempt.Outcome.class),
            Map.entry("outcome.", Submission.Outcome.class),
            Map.entry("seen.", Observation.Seen.class),
            Map.entry("decision.", DisputeDecision.class),
            Map.entry("authority.", Steering.Authority.class),
            Map.entry("not.", NotAllowed.Why.class),
            Map.entry("detail.", ReplyOutcome.class),
            Map.entry("detail.", AvailabilitySnapshot.RemovalClass.class),
            Map.entry("detail.", Observation.Seen.class),
            Map.entry("detail.", Verification.class),
            Map.entry("detail.", DisputeDecision.class),
            Map.entry("detail.", TaskKind.class),
            Map.entry("answer.", ReplyOutcome.class),
            Map.entry("effect.", ReplyOutcome.Effect.class),
            Map.entry("channel.", Reply.Channel.class),
            Map.entry("message.", Meaning.Kind.class),
            Map.entry("fate.", Fate.class));

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void hasWordsForEverything(String language) throws IOException {
        var texts = texts(language);

        assertThat(WORDS.stream()
                        .flatMap(words -> Arrays.stream(words.getValue().getEnumConstants())
                                .map(word -> words.getKey() + word.name()))
                        .filter(key -> !texts.containsKey(key)))
                .isEmpty();
        assertThat(texts.values()).allMatch(text -> !text.toString().isBlank());
    }

    /** Why nobody can be written to is a code of the registry's or of ours; what a case waits for has the same. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void saysInTheTimelineWhyNobodyIsWrittenTo(String language) throws IOException {
        assertThat(texts(language))
                .containsKeys(
                        "detail.NO_USABLE_CONTACT",
                        "detail.NO_WRITABLE_CONTACT",
                        "detail.ONION_PROVIDER_UNKNOWN",
                        "detail.ONION_INVALID",
                        "detail.PROVIDER_UNKNOWN",
                        "detail.NOT_RESOLVED");
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        assertThat(texts("fr").keySet()).isEqualTo(texts("en").keySet());
        assertThat(Stream.of("en", "fr").map(DeskWordsTests::placeholders).distinct())
                .hasSize(1);
    }

    /**
     * The page that keeps a form whose session has ended names what was typed; what has no name there was not typed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whoIsSignedOutReadsWhatTheyTyped(String language) throws IOException {
        var names = texts("signin", language);
        var fields = new TreeSet<String>();
        for (var template : Objects.requireNonNull(TEMPLATES.toFile().listFiles((_, name) -> name.endsWith(".html")))) {
            FIELD.matcher(Files.readString(template.toPath()))
                    .results()
                    .map(field -> field.group(1) == null ? field.group(2) : field.group(1))
                    .forEach(fields::add);
        }

        assertThat(fields).hasSizeGreaterThan(30).allMatch(field -> names.containsKey("typed." + field));
    }

    private static String placeholders(String language) {
        try {
            return texts(language).entrySet().stream()
                    .map(text -> text.getKey() + text.getValue().toString().replaceAll("[^{}0-9]|(?<![{])[0-9]", ""))
                    .sorted()
                    .toList()
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties texts(String language) throws IOException {
        return texts("desk", language);
    }

    private static Properties texts(String area, String language) throws IOException {
        var texts = new Properties();
        try (var file = Objects.requireNonNull(DeskWordsTests.class.getResourceAsStream(
                "/org/vigie/notice/%s/web/texts_%s.properties".formatted(area, language)))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
