package org.vigie.events;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Epoch milliseconds, UTC, from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z: what RFC 3339 can write down. */
@Constraint(validatedBy = {})
@Min(0)
@Max(Moment.LAST)
@ReportAsSingleViolation
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Moment {

    long LAST = 253_402_300_799_999L;

    String message() default "is not an instant of 1970 to 9999 in epoch milliseconds";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
