package org.vigie.availability;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who the checker seems to be, and what it doubts itself by.
 *
 * @param identities in the order in which they are tried; two common browsers if empty
 * @param canaries URLs that are always there, best three of different operators; while most of them are not, no absence
 *     is believed
 * @param parkingList file of parking services to use instead of the one that comes with this build
 * @param vantage name of this checker among {@code vantages}; absent where it checks alone
 * @param vantages names of every checker that checks from a place of its own, the one that speaks for all first
 */
@ConfigurationProperties("vigie.checker")
record CheckerProperties(
        @DefaultValue List<IdentityProperties> identities,
        @DefaultValue List<String> canaries,
        @Nullable Path parkingList,
        @Nullable String vantage,
        @DefaultValue List<String> vantages) {

    CheckerProperties {
        identities = List.copyOf(identities);
        canaries = List.copyOf(canaries);
        vantages = List.copyOf(vantages);
    }

    /**
     * A set of request headers.
     *
     * @param name for evidence and logs
     * @param headers name and value, in the order in which they are sent
     */
    record IdentityProperties(String name, @DefaultValue Map<String, String> headers) {}
}
