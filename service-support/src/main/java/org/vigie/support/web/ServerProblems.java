package org.vigie.support.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.vigie.support.FailurePlace;

/**
 * What the server refuses before any code here sees it, such as a path with {@code %2F}: a problem, never a page. And
 * what no code here caught, such as the failure of a filter: a line of the log that does not say what it says.
 */
final class ServerProblems extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProblems.class);

    private record Said(String code, String detail) {}

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.atError()
                    .addKeyValue(
                            "failure", FailurePlace.first(failure).getClass().getName())
                    .addKeyValue("place", FailurePlace.of(failure))
                    .addKeyValue("requestId", response.getHeader(AnswerHeaders.REQUEST_ID))
                    .log("request failed");
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var said = said(status);
        response.addHeader(HttpHeaders.LINK, Problems.page(said.code()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("utf-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(Problems.text(status, said.code(), said.detail()));
                response.finishResponse();
            }
        } catch (IOException _) {
            // Who asked is gone.
        }
    }

    private static Said said(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> new Said("not-found", "There is nothing at this path.");
            case METHOD_NOT_ALLOWED -> new Said("method-not-allowed", "Method not allowed; see the Allow header.");
            case REQUEST_TIMEOUT -> new Said("body-too-slow", BodyTooSlow.PAUSED);
            case CONTENT_TOO_LARGE -> new Said("body-too-large", "The body exceeds the limit.");
            case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE ->
                new Said("internal-error", "Internal error. It has been logged for the operators.");
            default -> new Said("malformed-request", "The request line, path or headers are not acceptable.");
        };
    }
}
