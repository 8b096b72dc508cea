package org.vigie.notice.neighbours.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Meters;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Reading;

/** All services at once, each as Prometheus asks it; this one without the way over the network. */
@Component
class HttpMeters implements Meters {

    private static final String PATH = "/actuator/prometheus";
    private static final String OURS = "vigie_";
    private static final int ANSWERED = 200;

    private final Neighbours neighbours;
    private final PrometheusScrapeEndpoint own;

    HttpMeters(Neighbours neighbours, PrometheusScrapeEndpoint own) {
        this.neighbours = neighbours;
        this.own = own;
    }

    @Override
    public Measured now() {
        return now(Arrays.stream(Neighbour.values()));
    }

    @Override
    public Measured now(Neighbour one) {
        return now(Stream.of(one));
    }

    private Measured now(Stream<Neighbour> some) {
        var readings = new EnumMap<Neighbour, List<Reading>>(Neighbour.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = some.map(neighbour -> new Question(neighbour, threads.submit(asking(neighbour))))
                    .toList();
            asked.forEach(question -> question.answer().ifPresent(read -> readings.put(question.to(), read)));
        }
        return new Measured(readings);
    }

    private record Question(Neighbour to, Future<Optional<List<Reading>>> future) {

        /** Whatever fails in it is silence. */
        Optional<List<Reading>> answer() {
            try {
                return future.get();
            } catch (ExecutionException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private Callable<Optional<List<Reading>>> asking(Neighbour neighbour) {
        return () -> text(neighbour)
                .map(text -> MeterText.read(text)
                        .filter(reading -> reading.name().startsWith(OURS))
                        .toList());
    }

    private Optional<String> text(Neighbour neighbour) {
        if (neighbour == Neighbour.NOTICE) {
            var body = Objects.requireNonNull(
                    own.scrape(PrometheusOutputFormat.CONTENT_TYPE_004, null).getBody());
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        }
        return neighbours
                .get(neighbour, PATH)
                .filter(answer -> answer.statusCode() == ANSWERED)
                .map(answer -> answer.body());
    }
}
