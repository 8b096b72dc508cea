package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An object store that listens at one address only, so that each of its rows has one. */
final class OneStore extends ObjectStore {

    private final Host host;

    OneStore(Host host, Place place) {
        super(host.situation().server() + "-" + host.situation().id(), program(host), place);
        this.host = host;
    }

    private static String program(Host host) {
        return host.situation().server().equals("minio") ? "minio" : "moto_server";
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        if (program(host).equals("moto_server")) {
            return List.of(program, "-H", host.address(), "-p", Integer.toString(place().port()));
        }
        return List.of(
                "env",
                "MINIO_ROOT_USER=" + S3.ACCESS,
                "MINIO_ROOT_PASSWORD=" + S3.SECRET,
                "MINIO_BROWSER=off",
                program,
                "server",
                "--quiet",
                "--address",
                host.filled("{addr}:{port}"),
                place().at(name()).resolve("data").toString());
    }
}
