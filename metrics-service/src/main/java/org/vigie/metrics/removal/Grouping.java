package org.vigie.metrics.removal;

/** By what rows are made. Types count targetings; the others count a case's content and cycle once. */
public enum Grouping {
    TYPE,
    STAGE,
    CATEGORY,
    COUNTRY,
    MONTH,
    TOTAL
}
