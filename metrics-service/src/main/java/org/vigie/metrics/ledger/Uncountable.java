package org.vigie.metrics.ledger;

/** A snapshot that the ledger cannot take, and why. */
public record Uncountable<T>(T snapshot, Exception why) {}
