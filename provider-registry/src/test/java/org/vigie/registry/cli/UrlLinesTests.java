package org.vigie.registry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.url.WebUrl;

class UrlLinesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb\r", "\n\n", "\r\r\n\n", "a\n\r\n b"})
    void endsLinesWhereTheJdkDoes(String text) throws IOException {
        assertThat(lines(new StringReader(text)))
                .containsExactlyElementsOf(
                        new BufferedReader(new StringReader(text)).lines().toList());
    }

    @Test
    void keepsALineAsLongAsAUrlMayBeAndTellsALongerOne() throws IOException {
        var longest = "a".repeat(WebUrl.MAX_LENGTH);

        assertThat(lines(new StringReader(longest + "\n" + longest + "bc\nnext")))
                .containsExactly(longest, longest + "b", "next");
    }

    private static List<String> lines(Reader text) throws IOException {
        var lines = new UrlLines(new BufferedReader(text));
        var all = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }
}
