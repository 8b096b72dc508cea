package org.vigie.registry.provider.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which provider takes the place of the one named by the path. */
record MergeRequest(@Nullable UUID into) {}
