package org.vigie.registry.curated;

import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.chain.FollowCases;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/**
 * Puts the curated providers in at start, and again when a newer edition of a data set is taken up; then cases that
 * lack somebody are looked at again, too. Whoever asks a data set meets its newer edition; the queue's scan asks all.
 */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {

    private static final String RENEWED = "renewed";

    @Bean
    ApplicationRunner curatedAtStart(
            Current<CuratedList> curated, Current<CuratedList> cdnRanges, SeedProviders seedProviders) {
        return _ -> seedProviders.seed(CuratedConfiguration.everybody(curated, cdnRanges));
    }

    @Bean
    DueQueue<String> dataSets(
            OneClock clock,
            List<Current<?>> all,
            Current<CuratedList> curated,
            Current<CuratedList> cdnRanges,
            SeedProviders seedProviders,
            FollowCases followCases) {
        var queue = new DueQueue<String>(
                "data-sets",
                clock,
                1,
                () -> {
                    all.forEach(Current::get);
                    return Map.of();
                },
                _ -> {
                    seedProviders.seed(CuratedConfiguration.everybody(curated, cdnRanges));
                    followCases.knowMore();
                });
        all.forEach(set -> set.onRenewed(() -> queue.schedule(RENEWED, clock.instant())));
        return queue;
    }
}
