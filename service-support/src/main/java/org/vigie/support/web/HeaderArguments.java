package org.vigie.support.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.vigie.support.Refusal;
import org.vigie.support.access.Caller;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;

/**
 * Reads the headers that have a type of their own, and says in the contract which operations take them. A parameter
 * that is {@code @Nullable} may be left out by the request.
 */
final class HeaderArguments implements HandlerMethodArgumentResolver, OperationCustomizer {

    private record Header(
            String name, Function<String, Object> reading, Supplier<Refusal> missing, Supplier<Schema<?>> schema) {}

    private static final Map<Class<?>, Header> HEADERS = Map.of(
            Operator.class, text(Operator.HEADER, Operator::new),
            IdempotencyKey.class, text(IdempotencyKey.HEADER, IdempotencyKey::new),
            IfMatch.class,
                    new Header(
                            IfMatch.HEADER,
                            IfMatch::read,
                            VersionRequired::new,
                            () -> new StringSchema().maxLength(IfMatch.LONGEST).pattern(IfMatch.FORM)));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(HEADERS.keySet().toArray(Class<?>[]::new));
    }

    private static Header text(String name, Function<String, Object> made) {
        return new Header(
                name,
                given -> made.apply(read(given, name)),
                () -> notText(name),
                () -> new StringSchema().minLength(1).maxLength(Text.LONGEST).pattern(Text.PATTERN));
    }

    static String read(String given, String name) {
        var text = HeaderLetters.read(given);
        if (!Text.Check.isText(text)) {
            throw notText(name);
        }
        return text.strip();
    }

    private static InvalidField notText(String name) {
        return new InvalidField(
                "",
                "Header %s must have 1 to %d characters, without control characters.".formatted(name, Text.LONGEST));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return HEADERS.containsKey(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var header = header(parameter);
        if (header.name().equals(Operator.HEADER)
                && Caller.of(request.getUserPrincipal()).orElse(null) instanceof Caller.Principal known) {
            return new Operator(known.person().text());
        }
        var given = request.getHeaderValues(header.name());
        if (given != null && given.length > 0) {
            return header.reading().apply(String.join(", ", given));
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw header.missing().get();
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters())
                .filter(this::supportsParameter)
                .forEach(parameter -> operation.addParametersItem(new HeaderParameter()
                        .name(header(parameter).name())
                        // A principal leaves it out.
                        .required(!parameter.isOptional()
                                && !header(parameter).name().equals(Operator.HEADER))
                        .schema(header(parameter).schema().get())));
        return operation;
    }

    private static Header header(MethodParameter parameter) {
        return Objects.requireNonNull(HEADERS.get(parameter.getParameterType()));
    }
}
