package org.vigie.notice.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.desk.Alarm;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Reading;
import org.vigie.notice.oversight.Stop;
import org.vigie.support.Person;

/**
 * What an operator needs when something is wrong, from the meters of all services and the kill switch.
 *
 * @param brake whether it is on, absent while nobody says so
 * @param watermark age of the instant up to which everything was checked as planned, absent while nobody says so
 */
record OperationsPage(
        List<Alarm> alarms,
        List<ServiceRow> services,
        StopRow stop,
        List<StopRow> history,
        @Nullable Boolean brake,
        @Nullable Duration watermark,
        List<QueueRow> queues,
        List<CountRow> counts,
        List<CountRow> deadLetters,
        List<ParkedRow> parked,
        List<DataSetRow> dataSets,
        List<CountRow> contacts) {

    private static final List<Counted> COUNTED = List.of(
            new Counted("cases_stuck", "vigie_cases_stuck", ""),
            new Counted("cases_unreminded", "vigie_cases_unreminded", ""),
            new Counted("notices_pending", "vigie_notices", "PENDING"),
            new Counted("notices_unresolved", "vigie_notices", "UNRESOLVED"),
            new Counted("resolutions_pending", "vigie_resolutions_pending", ""));

    private record Counted(String key, String meter, String state) {}

    /** @param failed sources of its meters that could not be read */
    record ServiceRow(String name, boolean answers, long failed) {}

    /** @param who absent before the first time */
    record StopRow(
            boolean everything,
            List<Stopped> providers,
            @Nullable String who,
            @Nullable String reason,
            @Nullable Instant since,
            long version) {}

    record Stopped(UUID providerId, String name) {}

    /** @param late how long its oldest piece has been waiting past its time, zero while nothing is late */
    record QueueRow(String service, String name, Duration late) {}

    record CountRow(String name, long count) {}

    /**
     * Records that a service could not apply, all for one cause.
     *
     * @param of as the form names it
     * @param reasons which fields are wrong and how, none unless a record is not what its topic promises
     */
    record ParkedRow(
            Neighbour of,
            String topic,
            String kind,
            String place,
            List<String> reasons,
            long count,
            Duration oldest,
            Duration newest) {

        public String service() {
            return of.service();
        }

        private static ParkedRow of(Neighbour of, List<Reading> alike, Measured now) {
            var one = alike.getFirst();
            return new ParkedRow(
                    of,
                    one.label("topic"),
                    one.label("kind"),
                    one.label("place"),
                    alike.stream()
                            .map(reading -> reading.label("reason"))
                            .filter(reason -> !reason.isEmpty())
                            .sorted()
                            .toList(),
                    sum(alike),
                    age(of, "vigie_parked_oldest_seconds", one, now, Math::max),
                    age(of, "vigie_parked_newest_seconds", one, now, Math::min));
        }

        private static Duration age(Neighbour of, String meter, Reading one, Measured now, DoubleBinaryOperator which) {
            return seconds(now.of(of, meter).stream()
                    .filter(reading -> cause(reading).equals(cause(one)))
                    .mapToDouble(Reading::value)
                    .reduce(which)
                    .orElse(0));
        }

        private static List<String> cause(Reading reading) {
            return List.of(reading.label("topic"), reading.label("kind"), reading.label("place"));
        }
    }

    record DataSetRow(String name, String edition, Duration age, boolean old, long rows, long refused) {}

    static OperationsPage of(Measured now, Stop stop, List<Stop> history, Naming names) {
        return new OperationsPage(
                Alarm.raised(now),
                Arrays.stream(Neighbour.values()).map(one -> service(one, now)).toList(),
                stop(stop, names),
                history.stream().map(one -> stop(one, names)).toList(),
                number(now.largest("vigie_brake_on", _ -> true))
                        .map(on -> on > 0)
                        .orElse(null),
                number(now.largest("vigie_checker_watermark_age_seconds", _ -> true))
                        .map(OperationsPage::seconds)
                        .orElse(null),
                queues(now),
                counts(now),
                counted(now.all("vigie_dead_letters_total"), "topic"),
                parked(now),
                dataSets(now),
                counted(now.all("vigie_contacts"), "health"));
    }

    private static ServiceRow service(Neighbour one, Measured now) {
        var failed = now.of(one, "vigie_meter_sources_failed").stream()
                .mapToLong(reading -> (long) reading.value())
                .sum();
        return new ServiceRow(one.service(), now.answers(one), failed);
    }

    private static StopRow stop(Stop stop, Naming names) {
        return new StopRow(
                stop.everything(),
                stop.providers().stream()
                        .map(id -> new Stopped(id, names.of(id)))
                        .sorted(Comparator.comparing(Stopped::name))
                        .toList(),
                stop.by() == null ? null : Person.read(stop.by()).name(),
                stop.reason(),
                stop.since(),
                stop.version());
    }

    private static List<QueueRow> queues(Measured now) {
        return Arrays.stream(Neighbour.values())
                .flatMap(one -> now.of(one, "vigie_work_lag_seconds").stream()
                        .map(reading -> new QueueRow(one.service(), reading.label("work"), seconds(reading.value()))))
                .sorted(Comparator.comparing(QueueRow::late).reversed())
                .toList();
    }

    private static List<CountRow> counts(Measured now) {
        var named = COUNTED.stream()
                .flatMap(one ->
                        number(now.largest(one.meter(), reading -> one.state().equals(reading.label("state"))))
                                .map(value -> new CountRow(one.key(), Math.round(value)))
                                .stream());
        var behind = sum(now.all("vigie_outbox_behind"));
        var overdue = sum(now.all("vigie_tasks_overdue"));
        return Stream.concat(named, Stream.of(new CountRow("unpublished", behind), new CountRow("overdue", overdue)))
                .toList();
    }

    private static long sum(List<Reading> readings) {
        return Math.round(readings.stream().mapToDouble(Reading::value).sum());
    }

    /** Those above zero; several services may say the same of one. */
    private static List<CountRow> counted(List<Reading> readings, String label) {
        return readings.stream()
                .filter(reading -> reading.value() > 0)
                .map(reading -> new CountRow(reading.label(label), Math.round(reading.value())))
                .distinct()
                .sorted(Comparator.comparing(CountRow::name))
                .toList();
    }

    /** Those that failed last come first. */
    private static List<ParkedRow> parked(Measured now) {
        return Arrays.stream(Neighbour.values())
                .flatMap(one -> now.of(one, "vigie_parked_records").stream()
                        .collect(Collectors.groupingBy(ParkedRow::cause))
                        .values()
                        .stream()
                        .map(alike -> ParkedRow.of(one, alike, now)))
                .sorted(Comparator.comparing(ParkedRow::newest).thenComparing(ParkedRow::topic))
                .toList();
    }

    private static List<DataSetRow> dataSets(Measured now) {
        return now.all("vigie_data_set_age_seconds").stream()
                .map(age -> new DataSetRow(
                        age.label("set"),
                        edition(ofSet(now, "vigie_data_set_edition", age)),
                        // Data may be newer than the product's clock, as in a demo of another year.
                        seconds(Math.max(0, age.value())),
                        Alarm.isOld(age),
                        ofSet(now, "vigie_data_set_rows", age),
                        ofSet(now, "vigie_data_set_refused_total", age)))
                .distinct()
                .sorted(Comparator.comparing(DataSetRow::name))
                .toList();
    }

    private static long ofSet(Measured now, String meter, Reading age) {
        return Math.round(now.largest(meter, other -> other.label("set").equals(age.label("set")))
                .orElse(0));
    }

    /** As a date is written. */
    private static String edition(long day) {
        var text = Long.toString(day);
        return text.length() == 8
                ? "%s-%s-%s".formatted(text.substring(0, 4), text.substring(4, 6), text.substring(6))
                : text;
    }

    private static Duration seconds(double value) {
        return Duration.ofSeconds(Math.round(value));
    }

    private static Optional<Double> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
