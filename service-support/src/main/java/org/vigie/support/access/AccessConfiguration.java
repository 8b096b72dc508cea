package org.vigie.support.access;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;

/** Whose word is taken: a key of ours, the token of an evaluation, then the issuer's. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    Matrix matrix(Environment environment) {
        return Matrix.of(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    AuthenticationManager callers(AccessProperties access, VigieSettings settings, ObjectProvider<PartnerKeys> keys) {
        var known = new ArrayList<AuthenticationProvider>();
        if (settings.mode() == Mode.EVALUATION) {
            known.add(new TokenHolders(ApiToken.of(access, settings)));
        }
        var issuer = access.issuer();
        if (issuer != null) {
            known.add(new Principals(
                    new IssuerTokens(issuer, access.audience()), access.rolesClaim(), access.partnerClaim()));
        }
        var others = new ProviderManager(known);
        var given = keys.getIfAvailable();
        return given == null ? others : new KeyHolders(given, others);
    }
}
