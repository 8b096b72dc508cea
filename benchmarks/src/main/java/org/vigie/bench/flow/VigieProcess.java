package org.vigie.bench.flow;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** {@code vigie up} in a process of its own, watched from outside so that any commit can be measured. */
final class VigieProcess implements AutoCloseable {

    static final String TOKEN = "token-of-a-benchmark";

    private static final List<String> LISTENERS =
            List.of("NOTICE", "REGISTRY", "CHECKER", "METRICS", "KAFKA", "ISSUER");
    private static final Duration LONGEST_START = Duration.ofMinutes(10); // a build may come first
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(.*)\" .*\\bcpu=([0-9.]+)ms");

    private final Process process;
    private final Map<String, Integer> ports;
    private final JMXConnector connector;

    private VigieProcess(Process process, Map<String, Integer> ports) throws IOException {
        this.process = process;
        this.ports = ports;
        this.connector = connect(process.pid());
    }

    /**
     * Starts it and returns once it is ready.
     *
     * @param home directory of its sources
     * @param output where its output goes
     */
    static VigieProcess start(Path home, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        var ports = new HashMap<String, Integer>();
        for (var listener : LISTENERS) {
            ports.put(listener, freePort());
        }
        var builder = new ProcessBuilder(home.resolve("vigie").toString(), "up")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("VIGIE_"));
        builder.environment().putAll(environment);
        builder.environment().put("VIGIE_API_TOKEN", TOKEN);
        ports.forEach((listener, port) -> builder.environment().put("VIGIE_PORT_" + listener, port.toString()));
        var process = builder.start();
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(output).contains("Ready after")) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroy();
                throw new IOException("vigie did not start: " + Files.readString(output));
            }
        }
        return new VigieProcess(process, ports);
    }

    /** Address of a listener: NOTICE, REGISTRY, CHECKER, METRICS or KAFKA. */
    String address(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    Usage usage() throws IOException, JMException {
        var jvm = connector.getMBeanServerConnection();
        var groups = new HashMap<String, Double>();
        THREAD.matcher(threads(jvm))
                .results()
                .forEach(thread -> groups.merge(
                        thread.group(1).replaceAll("\\d+", "#"), Double.valueOf(thread.group(2)), Double::sum));
        var cpu = (Long) attribute(jvm, "java.lang:type=OperatingSystem", "ProcessCpuTime");
        var allocated = (Long) attribute(jvm, "java.lang:type=Threading", "TotalThreadAllocatedBytes");
        long collecting = 0;
        for (var collector : jvm.queryNames(new ObjectName("java.lang:type=GarbageCollector,*"), null)) {
            collecting += (Long) jvm.getAttribute(collector, "CollectionTime");
        }
        return new Usage(cpu / 1e6, groups, allocated, collecting, brokerRequests(jvm));
    }

    private static Map<String, Long> brokerRequests(MBeanServerConnection jvm) throws IOException, JMException {
        var requests = new HashMap<String, Long>();
        var kinds = new ObjectName("kafka.network:type=RequestMetrics,name=RequestsPerSec,*");
        for (var kind : jvm.queryNames(kinds, null)) {
            requests.merge(kind.getKeyProperty("request"), (Long) jvm.getAttribute(kind, "Count"), Long::sum);
        }
        return requests;
    }

    /** Options of the JVM that change what work costs. */
    List<String> javaOptions() throws IOException, JMException {
        var all =
                (String[]) attribute(connector.getMBeanServerConnection(), "java.lang:type=Runtime", "InputArguments");
        return List.of(all).stream()
                .filter(option -> !option.contains("Archive")
                        && !option.contains("AOTCache")
                        && !option.contains("FlightRecording"))
                .toList();
    }

    /** Most memory it ever had, bytes; of Linux's VmHWM. */
    long mostResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** Ends it in peace and waits for that. */
    @Override
    public void close() throws IOException {
        connector.close();
        process.destroy();
        process.onExit().join();
    }

    @SuppressWarnings("BanJNDI") // the address is what the process that this one started just gave
    private static JMXConnector connect(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    private static String threads(MBeanServerConnection jvm) throws IOException, JMException {
        return (String) jvm.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "threadPrint",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    }

    private static Object attribute(MBeanServerConnection jvm, String bean, String attribute)
            throws IOException, JMException {
        return jvm.getAttribute(new ObjectName(bean), attribute);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
