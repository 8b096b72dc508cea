package org.vigie.sandbox.answer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser on the page of one notice. */
final class ReplyPage implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Has a code sent. What comes of it is seen in the mailbox. */
    void askForCode(URI page) {
        var _ = sent(page, "/code", "", null);
    }

    /** Types the code in and answers; false if the page wants another code, or cannot be reached now. */
    boolean answer(URI page, String code, String outcome) {
        return sent(page, "/proof", "code=" + code, null)
                .flatMap(answer -> answer.headers().firstValue("Set-Cookie"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .flatMap(cookie -> sent(page, "/answers", "outcome=" + outcome, cookie))
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .filter(next -> next.contains("said=answered"))
                .isPresent();
    }

    private Optional<HttpResponse<Void>> sent(URI page, String form, String fields, @Nullable String cookie) {
        var request = HttpRequest.newBuilder(URI.create(page + form))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.discarding()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
