package org.vigie.standalone.story;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;

/** Fails as code does that nobody foresaw: with exceptions that quote what they were given, and their stack traces. */
public final class Stumbling implements BeanPostProcessor, Filter, WebMvcConfigurer {

    /** A request with it fails: where the words before the blank say, quoting those behind it. */
    static final String HEADER = "X-Stumble";

    /** The variable that says what is in a URL at which every look fails. */
    static final String WORD = "CANARY_STUMBLES";

    static final String IN_A_FILTER = "filter ";
    static final String AT_A_CONTROLLER = "controller ";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Probe probe ? (Probe) ask -> asked(ask, probe) : bean;
    }

    private static ProbeResult asked(Ask ask, Probe probe) {
        if (ask.url().href().contains(System.getenv(WORD))) {
            throw new IllegalStateException(
                    "no answer from " + ask.url().href(),
                    new UnknownHostException(ask.url().href()));
        }
        return probe.ask(ask);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var quoted = quoted(request);
        if (quoted.startsWith(IN_A_FILTER)) {
            throw new ServletException("cannot read " + quoted, new IllegalArgumentException(quoted));
        }
        chain.doFilter(request, response);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (quoted(request).startsWith(AT_A_CONTROLLER)) {
                    throw new IllegalStateException("cannot read " + quoted(request), new IOException(quoted(request)));
                }
                return true;
            }
        });
    }

    private static String quoted(ServletRequest request) {
        var quoted = request instanceof HttpServletRequest http ? http.getHeader(HEADER) : null;
        return quoted == null ? "" : quoted;
    }
}
