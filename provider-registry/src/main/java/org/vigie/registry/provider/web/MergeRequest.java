package org.vigie.registry.provider.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which provider takes the place of the one named by the path. */
record MergeRequest(@NotNull UUID into) {}
