package org.vigie.notice.neighbours.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.vigie.notice.neighbours.Neighbour;

/**
 * Where the other services are; what is absent is not asked.
 *
 * @param registry where provider-registry is, {@code http://HOST:PORT} or with https
 * @param checker where availability-checker is
 * @param metrics where metrics-service is
 */
@ConfigurationProperties("vigie.services")
record NeighbourSettings(
        @Nullable String registry,
        @Nullable String checker,
        @Nullable String metrics) {

    NeighbourSettings {
        registry = checked("VIGIE_SERVICES_REGISTRY", registry);
        checker = checked("VIGIE_SERVICES_CHECKER", checker);
        metrics = checked("VIGIE_SERVICES_METRICS", metrics);
    }

    private static @Nullable String checked(String variable, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        var address = said.strip();
        if (!isOrigin(address)) {
            throw new IllegalArgumentException(
                    variable + ": expected http://HOST:PORT or https://HOST and nothing behind it");
        }
        return address;
    }

    private static boolean isOrigin(String said) {
        try {
            var address = new URI(said);
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && Set.of("http", "https").contains(address.getScheme())
                    && said.equals("%s://%s".formatted(address.getScheme(), address.getRawAuthority()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Empty for this service, and where nobody said so. */
    Optional<String> address(Neighbour neighbour) {
        return Optional.ofNullable(
                switch (neighbour) {
                    case NOTICE -> null;
                    case REGISTRY -> registry;
                    case CHECKER -> checker;
                    case METRICS -> metrics;
                });
    }
}
