package org.vigie.registry.provider;

import java.time.Instant;

/**
 * That a person made sure that a contact never forwards a notice, so that one mail may name several hosts to it.
 *
 * @param vettedBy who made sure of it
 * @param vettedAt when
 */
public record Vetting(String vettedBy, Instant vettedAt) {}
