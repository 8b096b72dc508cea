package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.standalone.canary.Artefact.Hit;
import org.vigie.standalone.canary.Artefact.Kind;

/**
 * Plants words wherever a URL or a person's words may stand, has the system meet them on its good and its bad ways, and
 * looks for them in all that it wrote, in every encoding. Beside it, the same with code that leaks in each way.
 */
class CanaryTests {

    @TempDir
    private Path directory;

    @Test
    void nothingIsWrittenThatNamesAUrlOrQuotesAPerson() throws IOException, InterruptedException {
        var story = new CanaryStory(directory, Map.of());

        var found = story.play();

        assertThat(found)
                .filteredOn(CanaryTests::isALeak)
                .map(CanaryTests::shown)
                .isEmpty();
        assertThat(found)
                .as("mails name URLs")
                .filteredOn(hit -> hit.kind() == Kind.MAIL)
                .map(hit -> Planted.named(hit.word()))
                .contains("host", "path", "query");
        whatAProducerWroteInClearIsInItsTopicAlone(found, story.poison());
    }

    @Test
    void eachWayOfLeakingIsFound() throws IOException, InterruptedException {
        var story = new CanaryStory(
                directory,
                Map.of("SPRING_MAIN_SOURCES", Stumbling.class.getName() + "," + CarelessChecker.class.getName()));

        var found = story.play();

        assertThat(found)
                .filteredOn(CanaryTests::isALeak)
                .extracting(Hit::kind, Hit::way)
                .contains(Arrays.stream(Leak.values())
                        .map(leak -> tuple(leak.kind(), leak.way()))
                        .toArray(Tuple[]::new));
        assertThat(EnumSet.copyOf(Arrays.stream(Leak.values()).map(Leak::kind).toList()))
                .as("each class has one")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.MAIL)));
    }

    /** Whoever works on a case may read what people wrote about it; its URL takes a reason. */
    private static boolean isALeak(Hit hit) {
        return switch (hit.kind()) {
            case MAIL -> false;
            case ANSWERS -> Planted.ofUrls().contains(hit.word());
            default -> Planted.all().contains(hit.word());
        };
    }

    /** However its records were packed. */
    private static void whatAProducerWroteInClearIsInItsTopicAlone(List<Hit> found, List<String> poison) {
        var ofPoison = found.stream().filter(hit -> poison.contains(hit.word())).toList();
        assertThat(ofPoison)
                .filteredOn(hit -> hit.name().matches(Topics.DETECTIONS + "-\\d+@\\d+ value"))
                .extracting(Hit::word)
                .containsAll(poison);
        assertThat(ofPoison)
                .as("in its topic, the dead letters, and the copy of both")
                .allMatch(hit -> hit.kind() == Kind.BACKUP
                        || (hit.kind() == Kind.TOPICS
                                && hit.name().matches(".*" + Topics.DETECTIONS + ".*(value|\\.log)")));
    }

    private static String shown(Hit hit) {
        return "%s, %s: %s in %s".formatted(hit.kind(), hit.name(), Planted.named(hit.word()), hit.way());
    }
}
