package org.vigie.notice.retention.scheduling;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.vigie.notice.retention.RetentionRules;

/**
 * How long what is kept is kept, as it is set.
 *
 * @param cases no less than removed content is watched for its return, two years
 * @param mail no less than a month, in which people read what a machine could not
 */
@Validated
@ConfigurationProperties("vigie.retention")
record RetentionProperties(
        @DurationMin(days = 730) @DefaultValue("760d") Duration cases,
        @DurationMin(days = 30) @DefaultValue("90d") Duration mail)
        implements RetentionRules {}
