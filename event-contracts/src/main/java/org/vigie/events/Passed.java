package org.vigie.events;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Epoch milliseconds, UTC, from 1970, at most a day from now: what has happened, give or take two clocks. */
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Passed {

    String message() default "is not an instant that has passed, in epoch milliseconds";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
