package org.vigie.support.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.vigie.support.web.Problems.FieldProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What any endpoint may answer to a request it cannot accept: the field is named, its value never repeated. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class CommonProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommonProblems.class);
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,32}[0-9]{0,3}|[0-9]{1,4}");

    @ExceptionHandler
    ProblemDetail on(BodyTooLarge e) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(InvalidRequest e) {
        return Problems.invalidField(e.pointer(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(NotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(MultipartException e) {
        return unsupportedMediaType();
    }

    @ExceptionHandler
    ProblemDetail on(InvalidParameterException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "The query cannot be read.");
    }

    /** A defect of ours: the answer says no more than that, and the log no more than its kind. */
    @ExceptionHandler
    ProblemDetail on(RuntimeException broken) {
        LOG.atError().addKeyValue("failure", broken.getClass().getName()).log("request failed");
        LOG.atDebug().setCause(broken).log("failure");
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "This failed here; somebody is told.");
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "Not a valid value: " + e.getName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessResourceFailureException storeGone) {
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The store does not answer; nothing was kept.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = e.getBindingResult().getFieldErrors().stream()
                .map(CommonProblems::toFieldProblem)
                .toList();
        return ResponseEntity.badRequest().body(Problems.invalidFields(fields));
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this path."));
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.of(
                HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This path has other methods, see Allow.");
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(headers)
                .body(problem);
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
                "Only JSON is accepted; images and other media are never accepted here.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(on(tooLarge));
            }
            if (cause instanceof InvalidRequest invalid) {
                return ResponseEntity.badRequest().body(on(invalid));
            }
        }
        return ResponseEntity.badRequest().body(unreadable(e.getCause()));
    }

    private static ProblemDetail unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e -> unknown(e);
            case InvalidFormatException e
            when e.getTargetType().isEnum() ->
                Problems.invalidField(pointer(e), "Expected one of " + constants(e.getTargetType()) + ".");
            case MismatchedInputException e -> Problems.invalidField(pointer(e), "The value has the wrong type.");
            case null, default ->
                Problems.of(HttpStatus.BAD_REQUEST, "not-json", "The body is missing or is not JSON.");
        };
    }

    private static ProblemDetail unknown(UnrecognizedPropertyException e) {
        var said = NAME.matcher(e.getPropertyName()).matches()
                ? "This field is not known here."
                : "It has a field that is not known here.";
        return Problems.invalidField(pointer(e), said);
    }

    private static String constants(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(Object::toString)
                .filter(constant -> !constant.equals("UNKNOWN"))
                .collect(Collectors.joining(", "));
    }

    /** As far as its parts are names: what else a client calls a field may be a URL or a hash in the wrong place. */
    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .takeWhile(name -> NAME.matcher(name).matches())
                .map(name -> "/" + name)
                .collect(Collectors.joining());
    }

    private static FieldProblem toFieldProblem(FieldError error) {
        return new FieldProblem("/" + snakeCase(error.getField()), String.valueOf(error.getDefaultMessage()));
    }

    private static String snakeCase(String field) {
        return field.replace('.', '/')
                .replace('[', '/')
                .replace("]", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
