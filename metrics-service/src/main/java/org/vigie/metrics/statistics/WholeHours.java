package org.vigie.metrics.statistics;

/** The one rule by which time becomes whole hours and days: what ended is rounded up, what goes on is rounded down. */
public final class WholeHours {

    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS_A_DAY = 24;

    private WholeHours() {}

    /** Length of something that ended, in hours rounded up, at least 1: hour h means longer than h - 1 and up to h. */
    public static int ofEnded(long milliseconds) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(milliseconds, HOUR_MS)));
    }

    /** Hours in days rounded up, at least 1, so that «1 day» is up to 24 hours. */
    public static int days(int hours) {
        return Math.max(1, Math.ceilDiv(hours, HOURS_A_DAY));
    }

    /** The first whole hour (since 1970) at or after the instant: where the clock of something open starts. */
    public static int startingAt(long epochMillis) {
        return Math.toIntExact(Math.ceilDiv(epochMillis, HOUR_MS));
    }

    /** The last whole hour (since 1970) at or before the instant: up to where something open is counted. */
    public static int reachedBy(long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis, HOUR_MS));
    }

    /** The instant of a whole hour since 1970, in epoch milliseconds. */
    public static long toMillis(int hour) {
        return hour * HOUR_MS;
    }
}
