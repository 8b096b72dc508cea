package org.vigie.metrics.definition;

/**
 * What one indicator means.
 *
 * @param indicator the field that carries it
 * @param formula how it is computed
 * @param source where the definition comes from
 * @param unit of the number
 * @param caution what it does not say
 */
public record Definition(String indicator, String formula, String source, String unit, String caution) {}
