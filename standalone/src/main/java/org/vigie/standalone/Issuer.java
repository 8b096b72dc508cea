package org.vigie.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.standalone.issuer.IssuerInside;

/**
 * Who issues tokens in this run: the issuer that the environment names, or in an evaluation one of our own.
 *
 * @param people who may sign in to the desk, and where their passwords are
 */
record Issuer(@Nullable IssuerInside inside, Map<String, String> properties, String description, String people)
        implements AutoCloseable {

    /** Where its people and their passwords lie in the data directory. */
    static final String PEOPLE = "people.txt";

    /** Starts our own if there is no other. */
    static Issuer open(Settings settings, Ports ports, Path data) {
        if (!settings.issuerInside()) {
            var named = settings.get("VIGIE_ISSUER").orElse("none");
            var people = settings.get("VIGIE_DESK_CLIENT")
                    .map(_ -> "for people of " + named)
                    .orElse("off while VIGIE_DESK_CLIENT is unset");
            return new Issuer(null, Map.of(), named, people);
        }
        var audience = settings.get("VIGIE_AUDIENCE").orElse("vigie");
        var port = ports.of(Listener.ISSUER);
        var inside = IssuerInside.start(port, data.resolve(PEOPLE), desks(settings, ports), audience);
        var address = IssuerInside.address(port).toString();
        return new Issuer(
                inside,
                Map.of(
                        "vigie.issuer",
                        address,
                        "vigie.audience",
                        audience,
                        "vigie.roles-claim",
                        "roles",
                        "vigie.partner-claim",
                        "client_id",
                        "vigie.desk.client",
                        IssuerInside.DESK,
                        "vigie.desk.secret-file",
                        inside.deskSecret().toString()),
                address + ", inside, for evaluation",
                "%s; passwords in %s".formatted(inside.people(), inside.passwords()));
    }

    private static List<URI> desks(Settings settings, Ports ports) {
        var port = ports.of(Service.NOTICE.listener());
        var desks = new ArrayList<URI>();
        for (var host : List.of("127.0.0.1", "localhost", Ports.host(settings.bind()))) {
            desks.add(URI.create("http://%s:%d".formatted(host, port)));
        }
        settings.get("VIGIE_DESK_URL").map(URI::create).ifPresent(desks::add);
        return desks.stream().distinct().toList();
    }

    @Override
    public void close() {
        if (inside != null) {
            inside.close();
        }
    }
}
