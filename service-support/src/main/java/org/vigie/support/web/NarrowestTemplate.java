package org.vigie.support.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A path is what the narrowest template says that it is, whatever the method, as OpenAPI has it: {@code GET
 * /v1/reports/search} asks for no report called {@code search}, which Spring takes it for where only another method is
 * at {@code /v1/reports/search}.
 */
final class NarrowestTemplate implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
                throws Exception {
            var found = super.lookupHandlerMethod(lookupPath, request);
            var mappings = getHandlerMethods();
            return found == null
                            || narrowest(mappings.keySet(), request).stream()
                                    .anyMatch(mapping -> found.equals(mappings.get(mapping)))
                    ? found
                    : handleNoMatch(mappings.keySet(), lookupPath, request);
        }

        @Override
        protected @Nullable HandlerMethod handleNoMatch(
                Set<RequestMappingInfo> mappings, String lookupPath, HttpServletRequest request)
                throws ServletException {
            return super.handleNoMatch(narrowest(mappings, request), lookupPath, request);
        }

        private static Set<RequestMappingInfo> narrowest(
                Collection<RequestMappingInfo> mappings, HttpServletRequest request) {
            var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
            return mappings.stream()
                    .flatMap(Mapping::templates)
                    .filter(template -> template.matches(path))
                    .min(PathPattern.SPECIFICITY_COMPARATOR)
                    .map(narrowest -> mappings.stream()
                            .filter(mapping -> templates(mapping).anyMatch(narrowest::equals))
                            .collect(Collectors.toUnmodifiableSet()))
                    .orElseGet(Set::of);
        }

        private static Stream<PathPattern> templates(RequestMappingInfo mapping) {
            var templates = mapping.getPathPatternsCondition();
            return templates == null ? Stream.empty() : templates.getPatterns().stream();
        }
    }
}
