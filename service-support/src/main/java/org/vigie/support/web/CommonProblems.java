package org.vigie.support.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.vigie.support.KeyReused;
import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.Problems.FieldProblem;

/** What any endpoint may answer to a request it cannot accept: the field is named, its value never repeated. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class CommonProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommonProblems.class);

    /** MongoDB's own code. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge e) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(BodyTooSlow e) {
        return Problems.of(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(InvalidField e) {
        return Problems.invalidField(e.pointer(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(KeyReused e) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was already used with a different body; nothing was stored.");
    }

    @ExceptionHandler
    ProblemDetail on(NotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyRequests e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(VersionRequired e) {
        return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(MultipartException e) {
        return unsupportedMediaType();
    }

    @ExceptionHandler
    ProblemDetail on(ParameterRefused e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(InvalidParameterException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "The query cannot be read.");
    }

    /** Who may not do what their request says hears what is said to who may do nothing there. */
    @ExceptionHandler
    void on(AccessDeniedException denied, HttpServletRequest request, HttpServletResponse response) throws IOException {
        new AccessProblems().handle(request, response, denied);
    }

    /** A defect of ours: the answer says no more than that, and the log no more than its kind. */
    @ExceptionHandler
    ProblemDetail on(RuntimeException broken, HttpServletResponse response) {
        LOG.atError()
                .addKeyValue("failure", broken.getClass().getName())
                .addKeyValue("requestId", response.getHeader(AnswerHeaders.REQUEST_ID))
                .log("request failed");
        LOG.atDebug().setCause(broken).log("failure");
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error. It has been logged for the operators.");
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException e) {
        return Problems.of(
                HttpStatus.BAD_REQUEST, "invalid-parameter", WantedValue.of(e.getName(), e.getRequiredType()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessResourceFailureException storeGone) {
        return storeUnavailable("The store does not answer; nothing was kept.");
    }

    /** A store whose disk is full answers, and keeps nothing. What else it says and nobody knows is a defect. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UncategorizedMongoDbException said, HttpServletResponse response) {
        return said.getCause() instanceof MongoException cause && cause.getCode() == OUT_OF_DISK_SPACE
                ? storeUnavailable("The store's disk is full; nothing was kept.")
                : ResponseEntity.internalServerError().body(on((RuntimeException) said, response));
    }

    private static ResponseEntity<ProblemDetail> storeUnavailable(String detail) {
        var problem = Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", detail);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getParameter().hasParameterAnnotation(ModelAttribute.class)) {
            return ResponseEntity.badRequest().body(InvalidParameters.problem(e));
        }
        var fields = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(
                        FieldRules.pointer(error.getField()), String.valueOf(error.getDefaultMessage())))
                .sorted(Comparator.comparing(FieldProblem::pointer))
                .toList();
        return ResponseEntity.badRequest().body(Problems.invalidFields(fields));
    }

    /** Parameters that have constraints of their own. */
    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(InvalidParameters.problem(e));
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this path.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.of(
                HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed; see the Allow header.");
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(headers)
                .body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not available in any media type listed in Accept.");
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is missing.");
    }

    private static ResponseEntity<Object> answer(HttpStatus status, String type, String detail) {
        return ResponseEntity.status(status).body(Problems.of(status, type, detail));
    }

    /** What has no words of ours above: Spring's have no type, and may quote. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var status = HttpStatus.valueOf(code.value());
        var problem = status.is4xxClientError()
                ? Problems.of(status, "invalid-parameter", "A part of the path or query is not acceptable.")
                : Problems.of(status, "internal-error", "Internal error. It has been logged for the operators.");
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).body(unsupportedMediaType());
    }

    private static ProblemDetail unsupportedMediaType() {
        return Problems.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Not a media type that is accepted here; images and other media never are.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(on(tooLarge));
            }
            if (cause instanceof BodyTooSlow tooSlow) {
                return ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT).body(on(tooSlow));
            }
            if (cause instanceof InvalidField invalid) {
                return ResponseEntity.badRequest().body(on(invalid));
            }
        }
        return ResponseEntity.badRequest().body(UnreadableBody.problem(e.getCause()));
    }
}
