package org.vigie.notice.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;

/** What providers are called, as far as it arrived here. */
@Service
public class ProviderNames {

    private final Copies<ProviderSnapshot> providers;

    ProviderNames(Copies<ProviderSnapshot> providers) {
        this.providers = providers;
    }

    /** Absent while its copy has not arrived. */
    public @Nullable String of(UUID providerId) {
        return providers.find(providerId.toString()).map(ProviderSnapshot::name).orElse(null);
    }
}
