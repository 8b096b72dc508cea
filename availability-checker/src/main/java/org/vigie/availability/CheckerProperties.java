package org.vigie.availability;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who the checker seems to be.
 *
 * @param identities in the order in which they are tried; two common browsers if empty
 */
@ConfigurationProperties("vigie.checker")
record CheckerProperties(@DefaultValue List<IdentityProperties> identities) {

    /**
     * A set of request headers.
     *
     * @param name for evidence and logs
     * @param headers name and value, in the order in which they are sent
     */
    record IdentityProperties(String name, @DefaultValue Map<String, String> headers) {}
}
