package org.vigie.events;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version of a snapshot, from 0, one more with each change. None is higher than {@link #SLACK} plus the seconds
 * since 1970: no owner can have changed an aggregate more often than once a second since then, and what an operator has
 * published above a version that a stranger wrote is allowed a second later.
 */
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Version {

    /** A day: how far the clocks of two services may be apart. */
    long SLACK = 86_400;

    String message() default "is not a version that its owner can have reached";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
