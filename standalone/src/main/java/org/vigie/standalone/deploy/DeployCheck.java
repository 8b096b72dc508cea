package org.vigie.standalone.deploy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what an installation with deploy/compose lacks, before anything starts; starts and changes nothing. */
public final class DeployCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long GIB = 1024L * 1024 * 1024;
    private static final long LEAST_DISK = 20 * GIB;
    static final List<Integer> PORTS = List.of(8081, 8082, 8083, 8084, 9092, 9090, 9093, 3000);

    private final InstantSource clock;
    private final List<Integer> ports;
    private final long leastDisk;

    private DeployCheck(InstantSource clock, List<Integer> ports, long leastDisk) {
        this.clock = clock;
        this.ports = ports;
        this.leastDisk = leastDisk;
    }

    /** A check by this machine's clock and of the ports that compose.yaml publishes. */
    public static DeployCheck ofThisMachine() {
        return new DeployCheck(InstantSource.system(), PORTS, LEAST_DISK);
    }

    static DeployCheck of(InstantSource clock, List<Integer> ports, long leastDisk) {
        return new DeployCheck(clock, ports, leastDisk);
    }

    /**
     * Prints a line for each thing looked at.
     *
     * @param file the {@code .env} beside compose.yaml
     * @return whether nothing is missing
     * @throws IOException if the file, or one of those that belong to it, cannot be read
     */
    public boolean run(Path file, PrintStream output) throws IOException {
        var values = Values.read(file.toAbsolutePath());
        var findings = new ArrayList<>(values.check());
        findings.addAll(Keys.check(Path.of(values.get("VIGIE_KEYS"))));
        findings.add(new IssuerCheck(PATIENCE).check(values.get("VIGIE_ISSUER"), values.get("VIGIE_DESK_CLIENT")));
        findings.addAll(desk(values));
        findings.add(Relay.check(values.get("VIGIE_SMTP"), PATIENCE));
        findings.addAll(new Canaries(PATIENCE, clock).check(listed(values.get("VIGIE_CHECKER_CANARIES"))));
        findings.add(disk(file.toAbsolutePath()));
        findings.add(free());
        findings.forEach(output::println);
        return findings.stream().allMatch(Finding::fine);
    }

    private static List<Finding> desk(Values values) {
        return values.get("VIGIE_DESK_CLIENT").isBlank()
                        || values.get("VIGIE_DESK_URL").startsWith("https://")
                ? List.of()
                : List.of(Finding.missing("issuer", "VIGIE_DESK_CLIENT needs VIGIE_DESK_URL, with https"));
    }

    private static List<String> listed(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Where the file lies: Docker's own directory is usually on the same disk. */
    private Finding disk(Path file) throws IOException {
        var free = Files.getFileStore(file).getUsableSpace();
        return new Finding("disk", free >= leastDisk, "%d GiB free, %d wanted".formatted(free / GIB, leastDisk / GIB));
    }

    private Finding free() {
        var taken =
                ports.stream().filter(DeployCheck::isTaken).map(String::valueOf).toList();
        return taken.isEmpty()
                ? Finding.fine("ports", "free on 127.0.0.1")
                : Finding.missing("ports", "taken on 127.0.0.1: " + String.join(", ", taken));
    }

    private static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
