package org.vigie.registry.rdap.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.rdap.RdapBootstrap;

/** The bootstrap facts a service starts with. */
@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {

    @Bean
    RdapBootstrap rdapBootstrap() {
        return BootstrapFile.bundled();
    }

    @Bean
    DataSet.InUse bootstrapInUse(RdapBootstrap bootstrap) {
        var rows = bootstrap.networks().size()
                + bootstrap.systems().size()
                + bootstrap.names().size();
        var edition = Edition.stamped(bootstrap.version(), "facts of IANA's registries, written by this project");
        return () -> new DataSet("rdap-bootstrap", edition, rows);
    }
}
