package org.vigie.metrics.statistics;

/** A 95 % confidence interval. */
public record Interval(double lower, double upper) {}
