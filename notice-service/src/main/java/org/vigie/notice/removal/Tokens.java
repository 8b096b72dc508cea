package org.vigie.notice.removal;

/**
 * Keyed tokens of a place: they tell places apart and give nothing back.
 *
 * @param url of the canonical URL, unique among cases
 * @param host of the host, which chooses partitions and gathers notices
 */
public record Tokens(String url, String host) {}
