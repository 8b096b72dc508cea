package org.vigie.support.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.vigie.support.validation.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body cannot be read: the field is named as far as its name is one, its value never repeated. */
final class UnreadableBody {

    static final Pattern NAME = Pattern.compile("[a-z_]{1,32}[0-9]{0,3}|[0-9]{1,4}");

    /** How Jackson begins to say that a field is given twice; it has no type for it. */
    private static final String DUPLICATE = "Duplicate Object property";

    private UnreadableBody() {}

    static ProblemDetail problem(@Nullable Throwable cause) {
        return field(cause)
                .map(field -> Problems.invalidField(field.pointer(), field.getMessage()))
                .orElseGet(
                        () -> Problems.of(HttpStatus.BAD_REQUEST, "not-json", "The body is missing or is not JSON."));
    }

    /** The field that cannot be read; empty if the whole cannot. */
    static Optional<InvalidField> field(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e -> Optional.of(unknown(e));
            case InvalidFormatException e
            when e.getTargetType().isEnum() ->
                field(pointer(e), "Must be one of " + constants(e.getTargetType()) + ".");
            case InvalidFormatException e
            when e.getTargetType() == Instant.class ->
                field(pointer(e), "Must be a time of 1970 to 9999 such as 2026-01-05T10:00:00Z.");
            case MismatchedInputException e -> field(pointer(e), "The value has the wrong type.");
            case InputCoercionException e -> field(pointer(e), "The number is out of range.");
            case StreamReadException e
            when e.getOriginalMessage().startsWith(DUPLICATE) ->
                field(pointer(e.processor()), "This field appears more than once.");
            case null, default -> Optional.empty();
        };
    }

    private static Optional<InvalidField> field(String pointer, String expected) {
        return Optional.of(new InvalidField(pointer, expected));
    }

    private static InvalidField unknown(UnrecognizedPropertyException e) {
        var said = NAME.matcher(e.getPropertyName()).matches() ? "Unknown field." : "Contains an unknown field.";
        return new InvalidField(pointer(e), said);
    }

    /** Those that may be sent. */
    static String constants(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(Object::toString)
                .filter(constant -> !constant.equals("UNKNOWN"))
                .collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException e) {
        return pointer(e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName()));
    }

    /** Where the parser stands. */
    private static String pointer(@Nullable JsonParser parser) {
        var path =
                parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
        return pointer(Arrays.stream(path.split("/", -1)).skip(1));
    }

    /** As far as its parts are names: what else a client calls a field may be a URL or a hash in the wrong place. */
    private static String pointer(Stream<String> path) {
        return path.takeWhile(name -> NAME.matcher(name).matches())
                .map(name -> "/" + name)
                .collect(Collectors.joining());
    }
}
