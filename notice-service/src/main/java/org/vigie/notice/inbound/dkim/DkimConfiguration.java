package org.vigie.notice.inbound.dkim;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.inbound.MailSignatures;
import org.vigie.support.dns.Resolvers;

/** Who verifies. */
@Configuration(proxyBeanMethods = false)
class DkimConfiguration {

    @Bean
    MailSignatures mailSignatures(ObjectProvider<Resolvers> resolvers) {
        return new JdkimSignatures(() -> resolvers.getObject().first());
    }
}
