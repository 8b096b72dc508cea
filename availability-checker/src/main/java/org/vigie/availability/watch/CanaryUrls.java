package org.vigie.availability.watch;

import java.util.List;
import org.vigie.url.WebUrl;

/** URLs that are always there; empty where none is configured. */
public record CanaryUrls(List<WebUrl> all) {

    public CanaryUrls {
        all = List.copyOf(all);
    }
}
