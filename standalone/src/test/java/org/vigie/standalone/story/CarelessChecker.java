package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;

/** Has availability-checker give away the first URL it asks for, in every way of {@link Leak}. */
public final class CarelessChecker implements BeanPostProcessor, ApplicationContextAware, Filter {

    private final AtomicBoolean done = new AtomicBoolean();
    private @Nullable ApplicationContext service;
    /** Of every service: they run in one process. */
    private static volatile @Nullable String answered;

    @Override
    public void setApplicationContext(ApplicationContext context) {
        service = context;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Probe probe ? (Probe) ask -> asked(ask, probe) : bean;
    }

    private ProbeResult asked(Ask ask, Probe probe) {
        var context = service;
        if (context != null && done.compareAndSet(false, true)) {
            for (var leak : Leak.values()) {
                try {
                    leak.happen(ask.url().href(), context);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return probe.ask(ask);
    }

    static void answer(String url) {
        answered = url;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (answered != null && response instanceof HttpServletResponse answer) {
            answer.setHeader("X-Asked", answered);
            answer.addHeader("Set-Cookie", "asked=" + HexFormat.of().formatHex(answered.getBytes(UTF_8)));
        }
        chain.doFilter(request, response);
    }
}
