package org.vigie.url;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Networks that stand for the Internet where there is none: a sandbox or a test. Addresses in them count as public, and
 * a special-use name or IP literal whose addresses all lie in them is an ordinary one.
 */
public record TestNetworks(List<AddressRange> ranges) {

    /** The environment variable that names them, as comma separated CIDR ranges. */
    public static final String VARIABLE = "VIGIE_TEST_NETWORKS";

    public TestNetworks {
        ranges = List.copyOf(ranges);
    }

    public static TestNetworks none() {
        return new TestNetworks(List.of());
    }

    /**
     * Reads the variable's value; absent or blank means none.
     *
     * @throws IllegalArgumentException if a part is no range
     */
    public static TestNetworks parse(@Nullable String commaSeparated) {
        if (commaSeparated == null || commaSeparated.isBlank()) {
            return none();
        }
        try {
            return new TestNetworks(Arrays.stream(commaSeparated.split(",", -1))
                    .map(String::strip)
                    .map(AddressRange::parse)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: expected address ranges such as 127.9.0.0/16; %s".formatted(VARIABLE, e.getMessage()), e);
        }
    }

    public boolean contains(InetAddress address) {
        for (var range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are addresses and all of them lie in the networks. */
    public boolean containAll(Collection<InetAddress> addresses) {
        return !addresses.isEmpty() && addresses.stream().allMatch(this::contains);
    }
}
