package org.vigie.bench.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What services asked of their store: how often by service, collection and command, as their own meters of the MongoDB
 * driver say.
 */
record Commands(Map<String, Long> counts) {

    private static final Pattern METER =
            Pattern.compile("(?m)^mongodb_driver_commands_seconds_count\\{(.*)} ([0-9.E]+)$");
    private static final Pattern LABEL = Pattern.compile("(collection|command)=\"([^\"]*)\"");

    /** Reads the text that Prometheus is given, of each service. */
    static Commands read(Map<String, String> texts) {
        var counts = new HashMap<String, Long>();
        texts.forEach((service, text) -> METER.matcher(text).results().forEach(meter -> {
            var labels = LABEL.matcher(meter.group(1))
                    .results()
                    .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
            var name = "%s %s %s".formatted(service, labels.get("collection"), labels.get("command"));
            counts.merge(name, (long) Double.parseDouble(meter.group(2)), Long::sum);
        }));
        return new Commands(counts);
    }

    Commands since(Commands before) {
        var since = new TreeMap<String, Long>();
        counts.forEach((name, count) -> since.put(name, count - before.counts.getOrDefault(name, 0L)));
        return new Commands(since);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
