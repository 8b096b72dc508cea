package org.vigie.notice.dispatch.scheduling;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.notice.delivery.SendingRules;

/** What the relay and the letters read, and without which nothing is sent. */
@ConfigurationProperties("vigie")
record NeededSettings(
        @DefaultValue("") String smtp, @DefaultValue("") String sender) {

    List<String> missing() {
        return SendingRules.NEEDED.stream()
                .filter(setting -> (setting.equals(SendingRules.RELAY) ? smtp : sender).isBlank())
                .toList();
    }
}
