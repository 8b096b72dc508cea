package org.vigie.notice.oversight;

import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.removal.Signed;
import org.vigie.support.Refusal;
import org.vigie.support.copies.Copies;
import org.vigie.support.work.Optimistic;

/** Turns the kill switch: a person says what is not sent from now on, and why. */
@Service
public class ChangeStop {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStop.class);

    /** Somebody else turned it since it was read. */
    public static final class EditedStop extends Refusal {
        private static final long serialVersionUID = 1;

        private EditedStop() {
            super("what is stopped was changed meanwhile");
        }
    }

    /** Nobody knows a provider that is to be stopped. */
    public static final class UnknownProvider extends Refusal {
        private static final long serialVersionUID = 1;

        private UnknownProvider() {
            super("a provider to be stopped is unknown");
        }
    }

    private final Stops stops;
    private final Copies<ProviderSnapshot> providers;

    ChangeStop(Stops stops, Copies<ProviderSnapshot> providers) {
        this.stops = stops;
        this.providers = providers;
    }

    /**
     * What is stopped from now on.
     *
     * @param read whether the version is the one that was read
     * @param everything absent if that stays as it is
     * @param some absent if they stay as they are
     * @throws EditedStop if somebody else turned it meanwhile; nothing is stored
     * @throws UnknownProvider if a provider is unknown; nothing is stored
     */
    public Stop change(LongPredicate read, @Nullable Boolean everything, @Nullable Set<UUID> some, Signed signed) {
        var stop = Optimistic.change(() -> {
            var before = stops.now();
            if (!read.test(before.version())) {
                throw new EditedStop();
            }
            if (some != null) {
                requireKnown(some, before);
            }
            return stops.save(before.said(everything, some, signed.who(), signed.why(), signed.at()));
        });
        LOG.atWarn()
                .addKeyValue("everything", stop.everything())
                .addKeyValue("providers", stop.providers().size())
                .log("sending switch changed by a person");
        return stop;
    }

    /** One that was merged away since it was stopped may go on being so. */
    private void requireKnown(Set<UUID> some, Stop before) {
        for (var id : some) {
            if (!before.providers().contains(id)
                    && providers.find(id.toString()).isEmpty()) {
                throw new UnknownProvider();
            }
        }
    }
}
