package org.vigie.notice.report.rights;

import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.vigie.notice.report.ReportRights;

/** Reads who may assess what they report. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RightsConfiguration.RightsProperties.class)
class RightsConfiguration {

    /**
     * Rights of those who report.
     *
     * @param mayAssess origins of reports, absent if all may
     */
    @Validated
    @ConfigurationProperties("vigie.reports")
    record RightsProperties(@Nullable Set<@Pattern(regexp = "operator|(?:producer|partner):\\S+") String> mayAssess) {}

    @Bean
    ReportRights reportRights(RightsProperties properties) {
        return new ReportRights(properties.mayAssess());
    }
}
