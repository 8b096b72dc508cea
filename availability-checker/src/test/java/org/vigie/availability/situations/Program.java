package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program that serves one row alone, by the command that the row names. */
final class Program extends WebServer {

    private final Host host;

    Program(Host host, Place place) {
        super("program-" + host.situation().id(), first(host), place);
        this.host = host;
    }

    private static String first(Host host) {
        return host.run().split(" ", -1)[0];
    }

    /** With every file of those that were installed for it. */
    @Override
    Optional<Path> installed() {
        var files = Pattern.compile(Pattern.quote(INSTALLED.toString()) + "[^ ]*");
        return files.matcher(host.run()).results().allMatch(file -> Files.exists(Path.of(file.group())))
                ? super.installed()
                : Optional.empty();
    }

    @Override
    String settings(List<Host> hosts) throws IOException {
        return host.settings().replace("{own}", place().at(name()).toString());
    }

    @Override
    List<String> command(String program, Path settings) throws IOException {
        var words = host.run()
                .replace("{conf}", settings.toString())
                .replace("{own}", place().at(name()).toString())
                .split(" ", -1);
        words[0] = program;
        return List.of(words);
    }

    @Override
    void serve(List<Host> hosts) throws IOException {
        if (host.isServing()) {
            super.serve(hosts);
        } else {
            close();
        }
    }

    /** As a module of Python: other programs do not mind. */
    @Override
    String file() {
        return "settings.py";
    }

    @Override
    int port() {
        return isCounted(host) ? place().countedPort() : place().port();
    }

    /** Unless it listens where the URL leads itself. */
    @Override
    boolean isCounted(Host row) {
        return !row.listensInFront();
    }
}
