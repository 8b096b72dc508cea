package org.vigie.bench.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import javax.management.JMException;

/** One flood through one fresh system. */
final class FlowRun {

    /** What does not move for so long is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final FlowOptions options;
    private final Path work;
    private final boolean withLimit;

    /**
     * A run that is not begun.
     *
     * @param home directory of the sources that are measured
     * @param work an empty directory
     * @param withLimit whether the bare limit is measured, which only a store of this build can be read for
     */
    FlowRun(Path home, FlowOptions options, Path work, boolean withLimit) {
        this.home = home;
        this.options = options;
        this.work = work;
        this.withLimit = withLimit;
    }

    Figures run() throws IOException, InterruptedException, JMException {
        try (var pages = Pages.at(options.reports());
                var mails = new MailSink(options.reports())) {
            var flood = flood(pages, mails);
            if (options.timeFactor() == 0) {
                return flood;
            }
            pages.takeDown();
            return flood.with(flood.limit(), follow(mails));
        }
    }

    private Figures flood(Pages pages, MailSink mails) throws IOException, InterruptedException, JMException {
        Figures figures;
        List<String> javaOptions;
        var profile = options.profile();
        var java = options.javaOptions() + (profile == null ? "" : " " + Profile.javaOptions(profile));
        try (var vigie = start(mails, Map.of("VIGIE_JAVA_OPTIONS", java.strip()));
                var desk = new Desk(vigie)) {
            javaOptions = vigie.javaOptions();
            desk.teach(options.providers(), options.reports());
            var reportedAt = new AtomicLongArray(options.reports());
            var asked = desk.commands();
            var before = vigie.usage();
            var accepting = desk.report(pages, options.rate(), reportedAt);
            awaitMails(mails);
            var usage = vigie.usage().since(before);
            figures = new Figures(
                    options.reports(),
                    options.reports() / accepting,
                    mails.named(),
                    mails.namedAgain(),
                    seconds(reportedAt, mails),
                    toMail(reportedAt, mails, 0, options.reports()),
                    inTurn(reportedAt, mails),
                    usage,
                    desk.commands().since(asked),
                    Dump.write(vigie.address("KAFKA"), work.resolve("records")),
                    size(data().resolve("store")),
                    vigie.mostResident(),
                    null,
                    null);
        }
        return withLimit ? figures.with(limit(javaOptions), null) : figures;
    }

    /** The same system again, on a faster clock, until it has seen that the pages are gone. */
    private Times follow(MailSink mails) throws IOException, InterruptedException {
        var faster = Map.of("VIGIE_TIME_FACTOR", Integer.toString(options.timeFactor()));
        try (var vigie = start(mails, faster);
                var desk = new Desk(vigie)) {
            return new Verdicts(vigie, desk, mails.named()).follow(PATIENCE);
        }
    }

    private VigieProcess start(MailSink mails, Map<String, String> more) throws IOException, InterruptedException {
        var environment = new HashMap<>(more);
        environment.put("VIGIE_DATA", data().toString());
        environment.put("VIGIE_TEST_NETWORKS", Pages.NETWORK);
        environment.put("VIGIE_SMTP", mails.address());
        environment.put("VIGIE_SENDER", "Example hotline <notices@hotline.example>");
        return VigieProcess.start(home, environment, work.resolve("output"));
    }

    private Path data() {
        return work.resolve("data");
    }

    private void awaitMails(MailSink mails) throws IOException, InterruptedException {
        var changed = System.nanoTime();
        int before = 0;
        while (mails.named() < options.reports() && System.nanoTime() - changed < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(50);
            if (mails.named() > before) {
                before = mails.named();
                changed = System.nanoTime();
            }
        }
        if (before == 0) {
            throw new IOException("no notice reached the relay within " + PATIENCE.toSeconds() + " s");
        }
    }

    private static double seconds(AtomicLongArray reportedAt, MailSink mails) {
        var last = IntStream.range(0, reportedAt.length())
                .mapToLong(mails::acceptedAt)
                .max()
                .orElse(0);
        return (last - reportedAt.get(0)) / 1e9;
    }

    private static List<Times> inTurn(AtomicLongArray reportedAt, MailSink mails) {
        var tenth = Math.ceilDiv(reportedAt.length(), 10);
        return IntStream.iterate(0, from -> from < reportedAt.length(), from -> from + tenth)
                .mapToObj(from -> toMail(reportedAt, mails, from, Math.min(from + tenth, reportedAt.length())))
                .toList();
    }

    private static Times toMail(AtomicLongArray reportedAt, MailSink mails, int from, int to) {
        return new Times(IntStream.range(from, to)
                .filter(page -> mails.acceptedAt(page) != 0)
                .mapToDouble(page -> (mails.acceptedAt(page) - reportedAt.get(page)) / 1e9)
                .toArray());
    }

    private Limit.Measured limit(List<String> javaOptions) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Limit.class.getName()));
        command.addAll(List.of(
                work.resolve("records").toString(),
                data().resolve("store").toString(),
                Files.createDirectories(work.resolve("limit")).toString(),
                Integer.toString(freePort())));
        var output = work.resolve("limit-output");
        var child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (child.waitFor() != 0) {
            throw new IOException("the bare limit was not measured: " + Files.readString(output));
        }
        return Limit.Measured.parse(Files.readAllLines(output).getLast());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long size(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return 0;
        }
        long size = 0;
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                size += Files.exists(file) ? Files.size(file) : 0;
            }
        }
        return size;
    }
}
