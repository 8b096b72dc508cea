package org.vigie.support.web;

import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.support.access.Matrix;
import org.vigie.support.audit.Audit;
import org.vigie.support.validation.FieldRules;
import tools.jackson.databind.json.JsonMapper;

/** Filters, problems and JSON of the REST interfaces. */
@Configuration(proxyBeanMethods = false)
@Import({
    CommonProblems.class,
    ProblemAnswers.class,
    ParameterNames.class,
    ProblemPages.class,
    ContractPage.class,
    ContractConfiguration.class
})
public class WebConfiguration implements WebMvcConfigurer {

    /** Before whoever asks is known: refusals have these headers, too. */
    private static final int FIRST = -200;

    private final WebProperties properties;

    WebConfiguration(WebProperties properties) {
        this.properties = properties;
    }

    /** An {@code Accept} that nobody can read asks for nothing (RFC 9110, section 12.1): a problem is still written. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        var byHeader = new HeaderContentNegotiationStrategy();
        negotiation.strategies(List.of(request -> {
            try {
                return byHeader.resolveMediaTypes(request);
            } catch (HttpMediaTypeNotAcceptableException _) {
                return ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
            }
        }));
    }

    /**
     * An instant as the contract says it, RFC 3339: Spring's own reads a number as milliseconds, and dates as in mail.
     */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Instant::parse);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HeaderArguments());
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PartnerLimits(properties.partnerRequestsPerMinute(), System::nanoTime))
                .addPathPatterns("/v1/**");
        registry.addInterceptor(new OperatorFromPrincipal()).addPathPatterns("/v1/**");
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/v1/**");
    }

    /** Bean and not registered above, it is asked of what the actuator does, too. */
    @Bean
    MappedInterceptor recordedOperations(Matrix matrix, Audit audit) {
        var recorded = new String[] {"/v1/**", "/desk/**", "/actuator/republish", "/actuator/deadletters"};
        return new MappedInterceptor(recorded, new RecordedOperations(matrix, audit));
    }

    @Bean
    JsonMapperBuilderCustomizer snakeCaseAndStrict() {
        return StrictJson::configure;
    }

    /** After Boot's own has set its valve: the one set last speaks first. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerProblems()));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> restsOfBodies() {
        return server -> server.addEngineValves(new RestOfBody(properties.bodyTime()));
    }

    @Bean
    FilterRegistrationBean<AnswerHeaders> answerHeaders() {
        var registration = ordered(new AnswerHeaders(), FIRST);
        registration.addUrlPatterns("/v1/*");
        return registration;
    }

    @Bean
    LineReader lineReader(JsonMapper json, FieldRules rules) {
        return new LineReader(json, rules);
    }

    @Bean
    NarrowestTemplate narrowestTemplate() {
        return new NarrowestTemplate();
    }

    @Bean
    OpenRequests openRequests() {
        return new OpenRequests();
    }

    @Bean
    FilterRegistrationBean<OpenRequests> openRequestsFirst(OpenRequests openRequests) {
        return ordered(openRequests, 0);
    }

    /** Before the first request: an operation that nobody said who may do does not exist. */
    @Bean
    @ConditionalOnWebApplication
    SmartInitializingSingleton everyOperationHasARow(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping operations, Matrix matrix) {
        return () -> new EveryOperationHasARow(operations, matrix).check();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ObjectProvider<LargerBody> larger) {
        return ordered(new BodyLimitFilter(properties, larger.stream().toList()), 1);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
