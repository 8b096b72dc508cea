package org.vigie.metrics.provider;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.support.copies.Copies;

/** What providers are called, where they are, and which stands for which since a merge. */
@Service
public class Providers {

    private final Copies<ProviderSnapshot> copies;
    private final Bookkeeping bookkeeping;
    private final Map<UUID, ProviderSnapshot> known = new ConcurrentHashMap<>();

    public Providers(Copies<ProviderSnapshot> copies, Bookkeeping bookkeeping) {
        this.copies = copies;
        this.bookkeeping = bookkeeping;
    }

    /** Takes what the store knows. */
    public void load() {
        copies.all().forEach(this::take);
    }

    /** Notes what provider-registry says, if it is newer. */
    public void on(ProviderSnapshot snapshot) {
        copies.keep(snapshot.providerId().toString(), snapshot.version(), snapshot);
        take(snapshot);
    }

    /** The provider, null while provider-registry has not told of it. */
    public @Nullable ProviderSnapshot find(UUID provider) {
        return known.get(provider);
    }

    private void take(ProviderSnapshot snapshot) {
        known.merge(snapshot.providerId(), snapshot, (old, news) -> old.version() >= news.version() ? old : news);
        if (snapshot.mergedInto() != null) {
            bookkeeping.merge(snapshot.providerId(), snapshot.mergedInto());
        }
    }
}
