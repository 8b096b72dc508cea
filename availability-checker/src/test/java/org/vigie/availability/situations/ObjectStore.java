package org.vigie.availability.situations;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object store; each row has a bucket that is named as the row. */
abstract class ObjectStore extends WebServer {

    private static final Duration READY = Duration.ofMinutes(1);

    private static final String ALLOW =
            "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"%s\",\"Resource\":\"%s\"}";
    private static final String DENY = ALLOW.replace("Allow", "Deny");

    private final Set<Host> made = new HashSet<>();

    ObjectStore(String name, String program, Place place) {
        super(name, program, place);
    }

    @Override
    String settings(List<Host> hosts) {
        return forEach(hosts, Host::address);
    }

    /** Makes buckets that are new, and does to the others what their rows say. */
    @Override
    void serve(List<Host> hosts) throws IOException {
        super.serve(hosts);
        for (var host : hosts) {
            if (made.add(host)) {
                // A store listens before it is ready.
                await().atMost(READY)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .until(() -> {
                            ask(host, "make");
                            return true;
                        });
                for (var step : host.settings().split("\n", -1)) {
                    ask(host, step.strip());
                }
                ask(host, "put {bytes}");
            } else {
                for (var action : host.takeUndone()) {
                    ask(host, action);
                }
            }
        }
    }

    private void ask(Host host, String action) throws IOException {
        var bucket = "/" + host.situation().id();
        var object = bucket + "/pic-4711.png";
        switch (action) {
            case "" -> {}
            case "make" -> send(host, "PUT", bucket, Map.of(), "");
            case "versions" -> send(host, "PUT", bucket, Map.of("versioning", ""), """
                        <VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
                        <Status>Enabled</Status></VersioningConfiguration>""");
            case "public" -> policy(host, ALLOW.formatted("s3:GetObject", arn(bucket) + "/*"));
            case "public list" ->
                policy(
                        host,
                        ALLOW.formatted("s3:GetObject", arn(bucket) + "/*") + ","
                                + ALLOW.formatted("s3:ListBucket", arn(bucket)));
            case "deny object" ->
                policy(
                        host,
                        ALLOW.formatted("s3:GetObject", arn(bucket) + "/*") + ","
                                + ALLOW.formatted("s3:ListBucket", arn(bucket)) + ","
                                + DENY.formatted("s3:GetObject", arn(object)));
            case "private" -> send(host, "DELETE", bucket, Map.of("policy", ""), "");
            case "put {bytes}" -> send(host, "PUT", object, Map.of(), "x".repeat(300_000));
            case "put text" -> send(host, "PUT", object, Map.of(), "This picture was removed");
            case "put nothing" -> send(host, "PUT", object, Map.of(), "");
            case "run out" ->
                await().atMost(host.situation().goodFor().plus(READY))
                        .until(() -> Instant.now().isAfter(host.signedUntil()));
            case "remove" -> send(host, "DELETE", object, Map.of(), "");
            case "remove bucket" -> {
                send(host, "DELETE", object, Map.of(), "");
                send(host, "DELETE", bucket, Map.of(), "");
            }
            default -> throw new IllegalArgumentException(host + ": no object store does " + action);
        }
    }

    private static String arn(String path) {
        return "arn:aws:s3:::" + path.substring(1);
    }

    private void policy(Host host, String statements) throws IOException {
        send(
                host,
                "PUT",
                "/" + host.situation().id(),
                Map.of("policy", ""),
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}");
    }

    private void send(Host host, String method, String path, Map<String, String> query, String body)
            throws IOException {
        S3.send(
                method,
                host.filled("{addr}:{port}"),
                path,
                query,
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
