package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * versitygw, an object store over a directory, at the addresses of all of its rows. Its log has 0 bytes for any GET.
 */
final class Versitygw extends ObjectStore {

    private List<Host> served = List.of();

    Versitygw(Place place) {
        super("versitygw", "versitygw", place);
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        var command = new ArrayList<>(List.of(program, "--access", S3.ACCESS, "--secret", S3.SECRET, "--quiet"));
        for (var host : served) {
            command.addAll(List.of("--port", host.filled("{addr}:{port}")));
        }
        command.add("posix");
        command.addAll(List.of("--versioning-dir", place().at("versions").toString()));
        command.add(place().at("buckets").toString());
        return command;
    }

    @Override
    void serve(List<Host> hosts) throws IOException {
        served = hosts;
        super.serve(hosts);
    }

    @Override
    int port() {
        return place().countedPort();
    }
}
