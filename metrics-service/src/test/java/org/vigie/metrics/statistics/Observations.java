package org.vigie.metrics.statistics;

/** Times as textbooks write them: {@code 13+} was censored at 13. */
record Observations(HourHistogram ended, HourHistogram censored) {

    private static final long MODULUS = 2147483647;

    static Observations parse(String times) {
        var observations = new Observations(new HourHistogram(), new HourHistogram());
        for (var time : times.split(" ", -1)) {
            if (time.endsWith("+")) {
                observations.censored.add(Integer.parseInt(time.substring(0, time.length() - 1)), 1);
            } else {
                observations.ended.add(Integer.parseInt(time), 1);
            }
        }
        return observations;
    }

    /** Two thousand from the minimal standard generator (Park and Miller 1988), seed 20210608. */
    static Observations generated() {
        var observations = new Observations(new HourHistogram(), new HourHistogram());
        long state = 20210608;
        for (int i = 0; i < 2000; i++) {
            state = next(state);
            var kind = state % 100;
            state = next(state);
            var length = state;
            state = next(state);
            var censored = 1 + state % 4000;
            var hours = hours(kind, length);
            if (hours <= censored) {
                observations.ended.add((int) hours, 1);
            } else {
                observations.censored.add((int) censored, 1);
            }
        }
        return observations;
    }

    private static long hours(long kind, long length) {
        if (kind < 50) {
            return 1 + length % 24;
        }
        if (kind < 80) {
            return 25 + length % 144;
        }
        return kind < 95 ? 169 + length % 552 : 721 + length % 8000;
    }

    private static long next(long state) {
        return state * 16807 % MODULUS;
    }

    SurvivalCurve curve() {
        return SurvivalCurve.of(ended, censored);
    }
}
