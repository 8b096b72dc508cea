package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.Matrix;

/** docs/roles.md says of each operation what decides about it. */
class RolesPageTests {

    private static final Path PAGE = Path.of("../docs/roles.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /\\S+)` \\|(.*)\\|");

    @Test
    void theTableIsTheMatrix() throws IOException {
        var matrix = rows().map(
                        row -> "%s %s: %s".formatted(row.method(), row.path().getPatternString(), sorted(row.roles())))
                .collect(Collectors.toSet());

        var page = Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> "%s: %s".formatted(row.group(1), crossed(row.group(2))))
                .collect(Collectors.toSet());

        assertThat(page).isEqualTo(matrix);
    }

    /** Letters, messages and replies quote URLs as they were mailed. */
    @Test
    void anAuditorOnlyReadsAndNoLetters() {
        var audited = rows().filter(row -> row.roles().contains(CallerRole.AUDITOR))
                .map(row -> "%s %s".formatted(row.method(), row.path().getPatternString()))
                .toList();

        assertThat(audited).isNotEmpty().allMatch(place -> place.startsWith("GET ") || place.endsWith("/search"));
        // A proof that a provider was told has no letter and names no URL.
        assertThat(audited)
                .filteredOn(place -> !place.endsWith("/proof"))
                .noneMatch(place -> place.startsWith("GET /v1/notices/") || place.startsWith("GET /v1/messages"));
    }

    private static Stream<Matrix.Row> rows() {
        return Stream.of("notice-service", "provider-registry", "availability-checker", "metrics-service")
                .flatMap(service -> Matrix.of(service).rows().stream());
    }

    @Test
    void everyRoleIsExplained() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        CallerRole.words().stream().map("\n| `%s` |"::formatted).toList());
    }

    private static String crossed(String cells) {
        var roles = CallerRole.values();
        var crosses = cells.split("\\|", -1);
        var crossed = new LinkedHashSet<CallerRole>();
        for (var column = 0; column < crosses.length; column++) {
            if (!crosses[column].isBlank()) {
                crossed.add(roles[column]);
            }
        }
        return sorted(crossed);
    }

    private static String sorted(Set<CallerRole> roles) {
        return Arrays.stream(CallerRole.values())
                .filter(roles::contains)
                .map(CallerRole::word)
                .collect(Collectors.joining(" "));
    }
}
