package org.vigie.availability.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who a probe seems to be: a set of request headers.
 *
 * @param name for evidence and logs
 * @param headers in the order in which they are sent
 */
public record Identity(String name, Map<String, String> headers) {

    public Identity {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    @Override
    public String toString() {
        return name;
    }
}
