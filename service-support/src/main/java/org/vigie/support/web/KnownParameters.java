package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the operation does not read, or one given twice or without a value: an answer to
 * something else than was asked for misleads.
 */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // OPTIONS asks what there is.
        if (handler instanceof HandlerMethod method && !HttpMethod.OPTIONS.matches(request.getMethod())) {
            var names = known.computeIfAbsent(method.getMethod(), _ -> names(method));
            request.getParameterMap().forEach((name, values) -> check(names, name, values));
        }
        return true;
    }

    private static void check(Set<String> known, String name, String[] values) {
        if (!known.contains(name)) {
            // It may be anything: it is named only as far as it is a name.
            throw new ParameterRefused(
                    UnreadableBody.NAME.matcher(name).matches() ? name : "query",
                    known.isEmpty()
                            ? "Unknown; this operation takes no parameters."
                            : "Unknown; this operation takes only the parameters "
                                    + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (values.length > 1 || values[0].isEmpty()) {
            throw new ParameterRefused(name, "Must be given once, with a value.");
        }
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var one = parameter.getParameterAnnotation(RequestParam.class);
        if (one != null) {
            return Stream.of(one.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : one.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(component -> ParameterNames.of(component.getName()))
                : Stream.empty();
    }
}
