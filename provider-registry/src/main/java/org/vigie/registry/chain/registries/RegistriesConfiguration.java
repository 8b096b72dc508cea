package org.vigie.registry.chain.registries;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.chain.Registries;
import org.vigie.registry.rdap.RdapClient;
import org.vigie.support.settings.VigieSettings;

/** Whether registries are asked: in production unless told otherwise, in an evaluation only if told so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistriesConfiguration.RdapProperties.class)
class RegistriesConfiguration {

    /**
     * The setting.
     *
     * @param rdap {@code on} or {@code off} ({@code VIGIE_RDAP}); absent: by the mode
     */
    @ConfigurationProperties("vigie")
    record RdapProperties(@Nullable Asked rdap) {

        enum Asked {
            ON,
            OFF
        }

        boolean isOn(VigieSettings.Mode mode) {
            return rdap == null ? mode == VigieSettings.Mode.PRODUCTION : rdap == Asked.ON;
        }
    }

    @Bean
    Registries registries(RdapProperties properties, VigieSettings settings, RdapClient client) {
        return properties.isOn(settings.mode()) ? new RdapRegistries(client) : Registries.NOBODY;
    }
}
