package org.vigie.registry.rdap.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.registry.rdap.RdapBootstrap;
import org.vigie.registry.rdap.RdapBootstrap.Network;
import org.vigie.registry.rdap.RdapBootstrap.Systems;
import org.vigie.url.AddressRange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bootstrap facts: four lists in the form of the files of RFC 9224, section 3, in one file. */
final class BootstrapFile {

    private static final String BUNDLED = "/org/vigie/registry/rdap/bootstrap.json";

    private BootstrapFile() {}

    /** The facts that come with the software. */
    static RdapBootstrap bundled() {
        try (var file = BootstrapFile.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new IllegalStateException("this build came without RDAP bootstrap facts");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The facts of an operator's file.
     *
     * @throws IllegalArgumentException if it cannot be read, is none or names no server
     */
    static RdapBootstrap named(Path path) {
        try (var file = Files.newInputStream(path)) {
            var facts = read(file);
            if (facts.size() == 0) {
                throw new IllegalArgumentException("it names no server");
            }
            return facts;
        } catch (IOException e) {
            throw new IllegalArgumentException("VIGIE_RDAP_SERVERS: cannot read " + path, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "VIGIE_RDAP_SERVERS: %s: line %d is no JSON"
                            .formatted(path, e.getLocation().getLineNr()),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("VIGIE_RDAP_SERVERS: %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    static RdapBootstrap read(InputStream file) {
        return facts(JsonMapper.builder().build().readTree(file));
    }

    /**
     * The facts of four lists.
     *
     * @throws IllegalArgumentException if a key or a base is none
     */
    static RdapBootstrap facts(JsonNode json) {
        var networks = new ArrayList<Network>();
        var systems = new ArrayList<Systems>();
        var names = new HashMap<String, List<URI>>();
        for (var family : List.of("ipv4", "ipv6")) {
            each(json.path(family), (key, bases) -> networks.add(network(key, bases, family)));
        }
        each(json.path("asn"), (key, bases) -> systems.add(systems(key, bases)));
        each(json.path("dns"), (key, bases) -> names.put(key.toLowerCase(Locale.ROOT), bases));
        return new RdapBootstrap(json.path("publication").asString("unknown"), networks, systems, names);
    }

    private interface Service {
        void add(String key, List<URI> bases);
    }

    /** A list is {@code [[keys], [bases]]} over and over. */
    private static void each(JsonNode services, Service service) {
        for (var entry : services) {
            var bases = new ArrayList<URI>();
            entry.path(1).forEach(base -> bases.add(base(base.asString())));
            entry.path(0).forEach(key -> service.add(key.asString(), List.copyOf(bases)));
        }
    }

    private static URI base(String text) {
        var base = URI.create(text);
        if (base.getHost() == null || !Set.of("http", "https").contains(String.valueOf(base.getScheme()))) {
            throw new IllegalArgumentException("a server is no http address");
        }
        return base;
    }

    /** Keys may be bare, such as {@code 8} for 8.0.0.0/8. */
    private static Network network(String key, List<URI> bases, String family) {
        var cidr = family.equals("ipv4") && key.matches("[0-9]{1,3}") ? key + ".0.0.0/8" : key;
        return new Network(AddressRange.parse(cidr), Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)), bases);
    }

    private static Systems systems(String key, List<URI> bases) {
        var ends = key.split("-", 2);
        return new Systems(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]), bases);
    }
}
