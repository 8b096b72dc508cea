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

/** How many of something, from 0 to 2,147,483,647. */
@Constraint(validatedBy = {})
@Min(0)
@Max(Amount.MOST)
@ReportAsSingleViolation
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    long MOST = Integer.MAX_VALUE;

    String message() default "is not a number of 0 to 2147483647";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
