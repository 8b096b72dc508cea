package org.vigie.support.validation;

import jakarta.validation.Validator;
import java.time.Clock;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean Validation by the product's clock. */
@Configuration(proxyBeanMethods = false)
public class ValidationConfiguration {

    @Bean
    ValidationConfigurationCustomizer validatedByTheClock(Clock clock) {
        return validation -> validation.clockProvider(() -> clock);
    }

    @Bean
    FieldRules fieldRules(Validator validator) {
        return new FieldRules(validator);
    }
}
