package org.vigie.registry.provider.scheduling;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.provider.ReconfirmContacts;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** The queue of contacts whose confirmation is too old. Only what is due already is told: nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class ConfirmationQueue {

    @Bean
    DueQueue<UUID> confirmations(OneClock clock, ReconfirmContacts reconfirmContacts) {
        return new DueQueue<>("confirmations", clock, 1, reconfirmContacts::due, reconfirmContacts::outdate);
    }
}
