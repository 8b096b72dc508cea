package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What a request must hold: each field that is wrong is named, all at once, and no value is repeated. */
@ProbeTest
class RequestChecksTests {

    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                               | /needed_text        | A value is required.
            {"needed_text": null}                                            | /needed_text        | A value is required.
            {"needed_text": " "}                                             | /needed_text        | Must have 1 to 200 characters, without control characters.
            {"needed_text": "SECRET\\u0000"}                                 | /needed_text        | Must have 1 to 200 characters, without control characters.
            {"needed_text": "SECRET\\ud800"}                                 | /needed_text        | Must have 1 to 200 characters, without control characters.
            {"needed_text": "a", "at": "2999-01-01T00:00:00Z"}               | /at                 | Must be a past timestamp, not before 1970.
            {"needed_text": "a", "at": "1969-12-31T23:59:59Z"}               | /at                 | Must be a time of 1970 to 9999 such as 2026-01-05T10:00:00Z.
            {"needed_text": "a", "at": "+999999999-01-01T00:00:00Z"}         | /at                 | Must be a time of 1970 to 9999 such as 2026-01-05T10:00:00Z.
            {"needed_text": "a", "until": "2020-01-01T00:00:00Z"}            | /until              | Must be a future timestamp, before the year 10000.
            {"needed_text": "a", "many_inner": [{"size": 1}, {"size": -1}]}  | /many_inner/1/size  | Must be zero or greater.
            {"needed_text": "a", "category": "UNKNOWN"}                      | /category           | Must be one of CSAM, HARMFUL_ABUSIVE.
            {"needed_text": "a", "many_inner": [{"size": 1}, null]}          | /many_inner/1       | A value is required.
            """)
    void namesTheFieldAndSaysWhatItWants(String body, String pointer, String detail) {
        var answer = asked(body);

        assertThat(answer).startsWith("400 ").doesNotContain("SECRET");
        assertThat(answer).contains("{\"pointer\":\"%s\",\"detail\":\"%s\"}".formatted(pointer, detail));
    }

    @Test
    void saysAllThatIsWrongAtOnceInTheOrderOfTheFieldsNames() {
        assertThat(asked("{\"until\": \"2020-01-01T00:00:00Z\", \"at\": \"2999-01-01T00:00:00Z\"}"))
                .containsSubsequence("/at", "/needed_text", "/until");
    }

    /** Problems are in English, whatever language a client asks for. */
    @Test
    void saysItInTheSameLanguageToEverybody() {
        var answer = exchanged(client().post()
                .uri("/v1/told/" + ID)
                .header("Accept-Language", "fr")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"many_inner\": [{\"size\": -1}]}"));

        assertThat(answer).contains("A value is required.", "Must be zero or greater.");
    }

    /** Letters are counted, not what Java keeps them in. */
    @Test
    void takesTwoHundredLettersOfAnyPlane() {
        assertThat(asked("{\"needed_text\": \"%s\"}".formatted("𠮷".repeat(200))))
                .startsWith("200 ");
        assertThat(asked("{\"needed_text\": \"%s\"}".formatted("𠮷".repeat(201))))
                .startsWith("400 ");
    }

    /** RFC 9110, section 13.1.1: strong comparison with any of the list. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "7"          | true
            *            | true
            "6", "7"     | true
            "6"          | false
            W/"7"        | false
            "07"         | false
            "a b"        | false
            """)
    void aVersionIsReadAsHttpSays(String match, boolean isIt) {
        assertThat(changed("Anna", "k", match)).isEqualTo("200 Anna k " + isIt);
    }

    /** 1,000 characters at most, as its description says. */
    @Test
    void aLongListOfVersionsIsReadUpToItsBound() {
        var list = "\"6\", ".repeat(199);

        assertThat(changed("Anna", "k", list + "\"7\"")).isEqualTo("200 Anna k true");
        assertThat(changed("Anna", "k", list + "\"6\", \"7\""))
                .startsWith("400 ")
                .contains("If-Match");
    }

    /** RFC 9110, section 8.8.3. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "W/\"\"", "\"\", W/\"\""})
    void anEmptyEntityTagNamesNoVersion(String match) {
        assertThat(changed("Anna", "k", match)).isEqualTo("200 Anna k false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "http://SECRET.test/", " "})
    void whatIsNoEntityTagIsRefused(String match) {
        assertThat(changed("Anna", null, match))
                .startsWith("400 ")
                .contains("invalid-field")
                .doesNotContain("SECRET");
    }

    @Test
    void headersThatMustBeThereAreNamed() {
        assertThat(changed(null, null, "\"7\"")).startsWith("400 ").contains("Header Vigie-Operator must have");
        assertThat(changed("Anna", " ", "\"7\"")).startsWith("400 ").contains("Header Idempotency-Key must have");
        assertThat(changed("Anna", null, null)).startsWith("428 ").contains("if-match-required");
        assertThat(changed("Anna", null, "\"7\"")).isEqualTo("200 Anna - true");
    }

    private String asked(String body) {
        return exchanged(client().post()
                .uri("/v1/told/" + ID)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    private String changed(@Nullable String operator, @Nullable String key, @Nullable String match) {
        var request = client().post().uri("/v1/changed/7");
        header(request, "Vigie-Operator", operator);
        header(request, "Idempotency-Key", key);
        header(request, "If-Match", match);
        return exchanged(request);
    }

    private static void header(RestClient.RequestBodySpec request, String name, @Nullable String value) {
        if (value != null) {
            request.header(name, value);
        }
    }

    private static String exchanged(RestClient.RequestHeadersSpec<?> request) {
        return request.exchangeForRequiredValue(
                (_, response) -> "%d %s".formatted(response.getStatusCode().value(), response.bodyTo(String.class)));
    }

    private RestClient client() {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
    }
}
