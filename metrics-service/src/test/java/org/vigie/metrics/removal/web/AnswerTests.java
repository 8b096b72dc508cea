package org.vigie.metrics.removal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of its two forms a table is answered in (RFC 9110, section 12.5.1). */
class AnswerTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                  | false
            ''                                    | false
            text/csv                              | true
            TEXT/CSV                              | true
            text/csv; charset=utf-8               | true
            text/csv, */*                         | true
            text/*                                | true
            application/json, text/csv;q=0.9      | false
            application/json;q=0.8, text/csv      | true
            text/csv;q=0.1, application/json      | false
            text/csv;q=0                          | false
            text/csvx                             | false
            text/html, */*;q=0.1                  | false
            not a type at all, text/csv           | false
            """)
    void isTheOneThatIsPreferred(@Nullable String accept, boolean csv) {
        assertThat(Answer.prefersCsv(accept)).isEqualTo(csv);
    }
}
