package org.vigie.standalone;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The running services, one Spring context each. */
final class Contexts implements AutoCloseable {

    private static final int AT_A_TIME = 2;

    private final Deque<ConfigurableApplicationContext> running = new ConcurrentLinkedDeque<>();
    private final Map<String, String> environment;
    private final StoreClient client;

    Contexts(Map<String, String> environment, Store store) {
        this.environment = environment;
        this.client = new StoreClient(store);
    }

    /**
     * Starts every service with its own properties, two at a time.
     *
     * @throws CannotStart naming the service that failed
     */
    void start(Map<Service, Map<String, String>> properties) {
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var starts = properties.entrySet().stream()
                    .map(entry -> threads.submit(() -> start(entry.getKey(), entry.getValue())))
                    .toList();
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private void start(Service service, Map<String, String> properties) {
        var arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try {
            running.add(service.application()
                    .get()
                    .environment(springEnvironment())
                    .initializers(client)
                    .registerShutdownHook(false)
                    .bannerMode(Banner.Mode.OFF)
                    .run(arguments));
        } catch (RuntimeException e) {
            throw new CannotStart(
                    service.name() + " did not start: " + rootOf(e).getMessage(), e);
        }
    }

    /** Spring's own, but with the variables this run was given instead of the process's. */
    private StandardServletEnvironment springEnvironment() {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var spring = new StandardServletEnvironment();
        spring.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, Map.copyOf(environment)));
        return spring;
    }

    /** Every bean of a type in all services. */
    <T> List<T> beans(Class<T> type) {
        return running.stream()
                .flatMap(context -> context.getBeansOfType(type).values().stream())
                .distinct()
                .toList();
    }

    private static Throwable rootOf(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    /** Closes all services at the same time: each may have to wait for work under way. */
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var context = running.pollLast(); context != null; context = running.pollLast()) {
                threads.execute(context::close);
            }
        }
    }
}
