package org.vigie.availability.watch;

/**
 * The lists a check is judged by, with their versions.
 *
 * @param text such as {@code public-suffixes 2026-10-06, parking 2026-11-25}
 */
public record DataVersions(String text) {}
