package org.vigie.metrics.ledger;

import java.util.UUID;
import org.vigie.events.Role;

/** A provider in the role it was written to in: one row of the table. */
public record Addressed(UUID provider, Role role) {}
