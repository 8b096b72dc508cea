package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.events.Role;

/** The provider written to, in which role. */
public record Addressee(UUID providerId, Role role) {}
