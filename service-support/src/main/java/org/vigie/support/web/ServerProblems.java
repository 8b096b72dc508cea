package org.vigie.support.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the server refuses before any code here sees it, such as a path with {@code %2F}: a problem, never a page. */
final class ServerProblems extends ErrorReportValve {

    private record Said(String code, String detail) {}

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
