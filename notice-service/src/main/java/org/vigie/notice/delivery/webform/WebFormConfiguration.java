package org.vigie.notice.delivery.webform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.delivery.Submissions;
import org.vigie.notice.delivery.WebForms;

/** Web forms as a channel. */
@Configuration(proxyBeanMethods = false)
class WebFormConfiguration {

    @Bean
    WebForms webForms(Submissions submissions, Clock clock) {
        return new WebForms(new WebFormChannel(submissions, clock));
    }
}
