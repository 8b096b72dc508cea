package org.vigie.registry.rdap.json;

import java.net.URI;
import java.util.List;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.rdap.CurrentBootstrap;
import org.vigie.registry.rdap.RdapBootstrap;
import org.vigie.registry.rdap.RdapTransport;
import org.vigie.registry.rdap.RdapTransport.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four files of RFC 9224 as IANA publishes them: all of them or none. */
final class IanaFiles implements CurrentBootstrap.Source {

    private static final List<String> FILES = List.of("ipv4", "ipv6", "asn", "dns");
    private static final int OK = 200;

    private final RdapTransport transport;
    private final URI base;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * The files below an address.
     *
     * @param base ends with a slash
     */
    IanaFiles(RdapTransport transport, URI base) {
        this.transport = transport;
        this.base = base;
    }

    @Override
    public RdapBootstrap fetch() {
        var all = mapper.createObjectNode();
        var oldest = "";
        for (var name : FILES) {
            var file = file(name);
            all.set(name, file.path("services"));
            var published = file.path("publication").asString("");
            oldest = oldest.isEmpty() || published.compareTo(oldest) < 0 ? published : oldest;
        }
        all.put("publication", oldest);
        try {
            return BootstrapFile.facts(all);
        } catch (IllegalArgumentException _) {
            throw new BrokenDataSet("a key or an address in the files is none");
        }
    }

    private JsonNode file(String name) {
        if (!(transport.get(base.resolve(name + ".json")) instanceof Reply.Answered(int status, byte[] body))
                || status != OK) {
            throw new BrokenDataSet(name + ".json cannot be had");
        }
        try {
            var json = mapper.readTree(body);
            if (!json.path("services").isArray() || json.path("services").isEmpty()) {
                throw new BrokenDataSet(name + ".json lists no services");
            }
            return json;
        } catch (JacksonException e) {
            throw new BrokenDataSet(e.getLocation().getLineNr(), name + ".json is no JSON");
        }
    }
}
