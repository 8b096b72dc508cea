package org.vigie.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigie.availability.AvailabilityCheckerApplication;
import org.vigie.metrics.MetricsServiceApplication;
import org.vigie.notice.NoticeServiceApplication;
import org.vigie.registry.ProviderRegistryApplication;

/** One of the four services: its application and where it listens. The listener's name is its database's too. */
record Service(Listener listener, Supplier<SpringApplicationBuilder> application) {

    static final Service NOTICE =
            new Service(new Listener("notice-service", "VIGIE_PORT_NOTICE", 8081), NoticeServiceApplication::builder);
    static final Service REGISTRY = new Service(
            new Listener("provider-registry", "VIGIE_PORT_REGISTRY", 8082), ProviderRegistryApplication::builder);
    static final Service CHECKER = new Service(
            new Listener("availability-checker", "VIGIE_PORT_CHECKER", 8083), AvailabilityCheckerApplication::builder);
    static final Service METRICS = new Service(
            new Listener("metrics-service", "VIGIE_PORT_METRICS", 8084), MetricsServiceApplication::builder);

    /** What runs. */
    static final List<Service> ALL = List.of(NOTICE, REGISTRY, CHECKER, METRICS);

    String name() {
        return listener.name();
    }

    /** Where it is on this machine. */
    String here(Settings settings) {
        return "http://127.0.0.1:" + listener.port(settings);
    }

    /** Where it is: as the environment says, or else on this machine. */
    String address(Settings settings) {
        return settings.get(listener.variable().replace("PORT", "SERVICES")).orElseGet(() -> here(settings));
    }
}
