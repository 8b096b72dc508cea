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

/** A duration in milliseconds, from 0 to a hundred years. */
@Constraint(validatedBy = {})
@Min(0)
@Max(Lasting.LONGEST)
@ReportAsSingleViolation
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lasting {

    long LONGEST = 3_155_760_000_000L;

    String message() default "is not a duration of 0 to 100 years in milliseconds";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
