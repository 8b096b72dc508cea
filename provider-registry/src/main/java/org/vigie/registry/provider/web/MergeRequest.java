package org.vigie.registry.provider.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.web.Required;

/** Which provider takes the place of the one named by the path. */
record MergeRequest(@Required @Nullable UUID into) {}
