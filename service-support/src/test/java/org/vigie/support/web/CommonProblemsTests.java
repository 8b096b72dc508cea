package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is answered when a store answers with what no exception of Spring's stands for. */
class CommonProblemsTests {

    private final CommonProblems problems = new CommonProblems();

    @Test
    void aFullDiskIsAStoreThatMayTakeItLater() {
        var answer = problems.on(
                said("{ok: 0, code: 14031, codeName: 'OutOfDiskSpace', errmsg: 'SECRET'}"),
                new MockHttpServletResponse());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
        assertThat(String.valueOf(answer.getBody()))
                .contains("urn:vigie:problem:store-unavailable", "full")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ok: 0, code: 9, codeName: 'FailedToParse'}", "{ok: 0}"})
    void whatElseItSaysIsADefect(String said) {
        var answer = problems.on(said(said), new MockHttpServletResponse());

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).contains("urn:vigie:problem:internal-error");
    }

    private static UncategorizedMongoDbException said(String answer) {
        return new UncategorizedMongoDbException(
                "SECRET", new MongoCommandException(BsonDocument.parse(answer), new ServerAddress()));
    }
}
