package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of log lines, held against every one that the services write. */
class LogStatementsTests {

    private static final List<String> MODULES = List.of(
            "notice-service", "provider-registry", "availability-checker", "metrics-service", "service-support");

    private static final Pattern STATEMENT = Pattern.compile(
            "\\bLOG\\s*\\.(?:at)?(?:[Tt]race|[Dd]ebug|[Ii]nfo|[Ww]arn|[Ee]rror)\\(.*?;\\n", Pattern.DOTALL);

    @Test
    void thoseAboutANoticeNameItsCases() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("\"noticeId\""))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("\"caseIds?\""));
    }

    @Test
    void messagesAreFixed() throws IOException {
        assertThat(statements())
                .hasSizeGreaterThan(60)
                .allSatisfy(line -> assertThat(line).containsPattern("(\\.log|LOG\\.\\w+)\\(\\s*\"[^\"{]+\"\\)"));
    }

    @Test
    void failuresAreNamedInFull() throws IOException {
        assertThat(statements())
                .filteredOn(line -> line.contains("\"failure\","))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).containsPattern("\"failure\", .*getClass\\(\\)\\.getName\\(\\)\\)"));
    }

    private static List<String> statements() throws IOException {
        var found = Stream.<String>builder();
        for (var module : MODULES) {
            try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    STATEMENT
                            .matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(found::add);
                }
            }
        }
        return found.build().toList();
    }
}
