package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.events.Topics;

/** docs/retention.md says of each collection and topic how long it is kept, and which periods are set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COLLECTION =
            Pattern.compile("(?:@Document\\(\"|COLLECTION = \"|\"(?=copies_))(\\w+)\"");
    private static final Pattern PERIOD =
            Pattern.compile("@DurationMin\\(days = (\\d+)\\) @DefaultValue\\(\"(\\d+)d\"\\) Duration (\\w+)");

    private String page = "";

    @BeforeAll
    void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/retention.md"));
    }

    @Test
    void saysHowLongEachCollectionIsKept() throws IOException {
        var collections = new TreeSet<String>();
        for (var service : Set.of("notice-service", "provider-registry", "availability-checker", "metrics-service")) {
            collections.addAll(collections(ROOT.resolve(service)));
        }
        collections.addAll(collections(ROOT.resolve("service-support")));

        assertThat(collections).contains("cases", "watches", "chains", "copies_locations", "publications", "fills");
        assertThat(named("## Collections")).containsAll(collections);
    }

    @Test
    void saysHowLongEachTopicIsKept() {
        assertThat(named("## Topics")).containsAll(Topics.COMPACTED).containsAll(Topics.INBOUND);
    }

    @Test
    void namesThePeriodsThatAreTheDefaults() throws IOException {
        var settings = Files.readString(ROOT.resolve(
                "notice-service/src/main/java/org/vigie/notice/retention/scheduling" + "/RetentionProperties.java"));
        var configuration = Files.readString(ROOT.resolve("docs/configuration.md"));
        var periods = PERIOD.matcher(settings).results().toList();

        assertThat(periods).hasSize(2).allSatisfy(period -> {
            var setting = "`VIGIE_RETENTION_%s`".formatted(period.group(3).toUpperCase(Locale.ROOT));
            assertThat(page)
                    .contains("%s days unless set".formatted(period.group(2)))
                    .contains("Less than %s days is refused".formatted(period.group(1)))
                    .contains(setting);
            assertThat(configuration)
                    .containsPattern(
                            "\\| %s \\| %sd \\| .*at least %sd".formatted(setting, period.group(2), period.group(1)));
        });
    }

    /** What the first cells of the section's rows name. */
    private Set<String> named(String section) {
        var from = page.substring(page.indexOf(section) + section.length());
        var rows = from.lines().takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("| `"));
        var names = new TreeSet<String>();
        rows.map(row -> row.split(" \\| ", 2)[0])
                .flatMap(cell -> Pattern.compile("`([\\w.-]+)`").matcher(cell).results())
                .forEach(name -> names.add(name.group(1)));
        return names;
    }

    private static Set<String> collections(Path module) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                COLLECTION.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
