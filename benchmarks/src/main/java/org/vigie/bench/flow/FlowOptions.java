package org.vigie.bench.flow;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run does.
 *
 * @param reports how many, each of a host of its own
 * @param rate reports a second; as fast as they are accepted if 0
 * @param providers among which the hosts are divided evenly
 * @param timeFactor how much faster the clock runs once the pages are gone; pages are not taken down if 0
 * @param beside commit that is run too, in turn
 * @param profile where to write a flight recording, which is summed up too
 * @param javaOptions further options of the measured JVM
 */
record FlowOptions(
        int reports,
        double rate,
        int providers,
        int timeFactor,
        @Nullable String beside,
        @Nullable Path profile,
        String javaOptions) {

    static final String USAGE =
            "usage: ./vigie bench flow N [--rate R] [--providers P] [--time-factor F] [--beside COMMIT] [--profile FILE] [--java OPTIONS]";

    private static final int TIME_FACTOR = 600;
    private static final int HOSTS_OF_A_PROVIDER = 10;

    static FlowOptions parse(List<String> arguments) {
        var words = arguments.iterator();
        int reports = number(words.next(), 1);
        double rate = 0;
        int providers = Math.ceilDiv(reports, HOSTS_OF_A_PROVIDER);
        int timeFactor = TIME_FACTOR;
        String beside = null;
        Path profile = null;
        var javaOptions = "";
        while (words.hasNext()) {
            var option = words.next();
            switch (option) {
                case "--rate" -> rate = Double.parseDouble(value(option, words));
                case "--providers" -> providers = number(value(option, words), 1);
                case "--time-factor" -> timeFactor = number(value(option, words), 0);
                case "--beside" -> beside = value(option, words);
                case "--profile" -> profile = Path.of(value(option, words)).toAbsolutePath();
                case "--java" -> javaOptions = value(option, words);
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new FlowOptions(reports, rate, Math.min(providers, reports), timeFactor, beside, profile, javaOptions);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static int number(String text, int least) {
        int number = Integer.parseInt(text);
        if (number < least) {
            throw new IllegalArgumentException(text + " is less than " + least);
        }
        return number;
    }
}
