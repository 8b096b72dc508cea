package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;

/** Reads who decides from the headers that all decisions have, and says so in the interface's description. */
@Configuration(proxyBeanMethods = false)
class DeciderConfiguration implements WebMvcConfigurer {

    private static final String OPERATOR = "Vigie-Operator";
    private static final String MATCH = "If-Match";
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Decider.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    @Bean
    OperationCustomizer headersOfDecisions() {
        return (operation, method) -> {
            if (Arrays.stream(method.getMethodParameters()).anyMatch(DeciderConfiguration::isDecider)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(OPERATOR)
                        .required(true)
                        .schema(new StringSchema())
                        .description("Who decides, 1 to 200 characters."));
                operation.addParametersItem(new HeaderParameter()
                        .name(MATCH)
                        .required(false)
                        .schema(new StringSchema().pattern("^(W/)?\"[0-9]{1,18}\"$|^\\*$"))
                        .description("The ETag of the case as it was read; absent if any will do."));
            }
            return operation;
        };
    }

    private static boolean isDecider(MethodParameter parameter) {
        return parameter.getParameterType() == Decider.class;
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return isDecider(parameter);
        }

        @Override
        public Decider resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new Decider(Given.header(request.getHeader(OPERATOR), OPERATOR), version(request.getHeader(MATCH)));
        }

        private static @Nullable Long version(@Nullable String match) {
            if (match == null || match.equals("*")) {
                return null;
            }
            var found = VERSION.matcher(match);
            if (!found.matches()) {
                throw new InvalidRequest("", "Header If-Match must hold the ETag of the case.");
            }
            return Long.valueOf(found.group(1));
        }
    }
}
