package org.vigie.availability.situations;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.util.FileSystemUtils;

/**
 * Where the servers of one run are: a loopback network of their own, so that two runs do not meet.
 *
 * @param network the first two numbers of its addresses
 */
record Place(String network, int port, Path directory) implements Closeable {

    /** The number of the host that knows names. */
    static final int NAMES = 20_000;

    /** The number of the host of the second resolver. */
    static final int RESOLVER = 22_000;

    /** The number of the host by which it is known that the origins of proxies are served. */
    static final int ORIGINS = 25_000;

    /** The number of a host at which nothing listens. */
    static final int NOBODY = 30_000;

    private static final int HOSTS_IN_A_ROW = 200;

    static Place somewhere() throws IOException {
        var random = ThreadLocalRandom.current();
        var directory = Files.createTempDirectory("situations");
        // Servers give up their rights and must still read what they serve.
        directory.toFile().setExecutable(true, false);
        directory.toFile().setReadable(true, false);
        return new Place("127." + random.nextInt(64, 250), random.nextInt(18_000, 28_000), directory);
    }

    String range() {
        return network + ".0.0/16";
    }

    String address(int host) {
        return "%s.%d.%d".formatted(network, host / HOSTS_IN_A_ROW, host % HOSTS_IN_A_ROW + 1);
    }

    int tlsPort() {
        return port + 1;
    }

    /** Where the web server behind a proxy listens. */
    int originPort() {
        return port + 2;
    }

    /** Where names are asked for. */
    int namesPort() {
        return port + 3;
    }

    /** Where a server listens that is counted on the way. */
    int countedPort() {
        return port + 4;
    }

    /** A directory that a server may write to. */
    Path at(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    /** Leaves nothing behind. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}
