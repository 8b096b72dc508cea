package org.vigie.metrics.removal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a parameter that nobody reads, or one given twice or without a value: a table of something else than was
 * asked for misleads.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer {

    private static final Set<String> NAMES = Arrays.stream(Filters.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    /** Definitions are the same whatever is chosen. */
    private static final Set<String> FORM = Set.of("format");

    private static final Set<String> FORMATS = Set.of("csv", "json");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Refusing()).addPathPatterns("/v1/indicators/**");
    }

    private static final class Refusing implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var known = request.getRequestURI().endsWith("/definitions") ? FORM : NAMES;
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    // Its name is not repeated: it may be anything.
                    throw new ParameterRefused(
                            "query",
                            "Expected no other parameters than "
                                    + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
                }
                if (values.length > 1 || values[0].isEmpty()) {
                    throw new ParameterRefused(name, "Expected once, with a value.");
                }
                if (name.equals("format") && !FORMATS.contains(values[0])) {
                    throw new ParameterRefused(name, "Expected csv or json.");
                }
            });
            return true;
        }
    }
}
