package org.vigie.support.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the server refuses before any code here sees it, such as a path with {@code %2F}: a problem, never a page. */
final class ServerProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("utf-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException _) {
            // Who asked is gone.
        }
    }

    private static String problem(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problems.text(status, "not-found", "There is nothing at this path.");
            case METHOD_NOT_ALLOWED ->
                Problems.text(status, "method-not-allowed", "Method not allowed; see the Allow header.");
            case REQUEST_TIMEOUT -> Problems.text(status, "body-too-slow", BodyTooSlow.PAUSED);
            case CONTENT_TOO_LARGE -> Problems.text(status, "body-too-large", "The body exceeds the limit.");
            case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE ->
                Problems.text(status, "internal-error", "Internal error. It has been logged for the operators.");
            default ->
                Problems.text(status, "malformed-request", "The request line, path or headers are not acceptable.");
        };
    }
}
