package org.vigie.notice.apikey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.support.access.PartnerKeys;

/**
 * Tells whose key it is. Whatever was sent is hashed and looked up in the same way, whether it looks like a key or not.
 */
@Component
class RecogniseKeys implements PartnerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RecogniseKeys.class);

    private final ApiKeys keys;
    private final Clock clock;

    RecogniseKeys(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holder(String text) {
        return keys.withHash(KeyText.hash(text))
                .filter(key -> key.countsAt(clock.instant()))
                .map(this::holder);
    }

    private Holder holder(ApiKey key) {
        noteUse(key);
        return new Holder(
                key.partner(), key.rights().stream().map(Right::role).collect(Collectors.toUnmodifiableSet()));
    }

    /** By the day, so that a key is written once a day at most; a use that cannot be noted is one all the same. */
    private void noteUse(ApiKey key) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(key.lastUsedOn())) {
            return;
        }
        try {
            keys.used(key.keyId(), today);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("keyId", key.keyId())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("use of a key not noted");
        }
    }
}
