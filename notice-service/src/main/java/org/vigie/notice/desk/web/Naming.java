package org.vigie.notice.desk.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.oversight.ProviderNames;

/** What providers are called on a page. */
@Component
class Naming {

    private final ProviderNames names;

    Naming(ProviderNames names) {
        this.names = names;
    }

    /** The provider's name, or its id while nobody told us. */
    String of(UUID providerId) {
        var name = names.of(providerId);
        return name == null ? providerId.toString() : name;
    }
}
