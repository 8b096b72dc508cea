package org.vigie.support.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when any thread dies of an {@link Error}: without memory or classes, a service that seems to run
 * would have a queue that no longer does.
 */
public final class LastResort {

    /** What the process ends with: an internal error in {@code sysexits.h}. */
    public static final int EXIT_CODE = 70;

    private static volatile boolean installed;

    private LastResort() {}

    /** Holds for the whole process: for a {@code main} method. */
    public static void install() {
        installed = true;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            try {
                log().error(
                                failure instanceof Error
                                        ? "Thread {} died, the process ends: {}"
                                        : "Thread {} died: {}",
                                thread.getName(),
                                failure.getClass().getName());
            } finally {
                if (failure instanceof Error) {
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            }
        });
    }

    /** Ends the process as such a thread's death does, where a library keeps that death to itself. */
    public static void end(String why) {
        try {
            log().error("The process ends: {}", why);
        } finally {
            if (installed) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }

    /** Asked for when it is needed: what is installed first must not settle where the log goes. */
    private static Logger log() {
        return LoggerFactory.getLogger(LastResort.class);
    }
}
