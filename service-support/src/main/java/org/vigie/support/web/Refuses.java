package org.vigie.support.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems of its own subject that an operation, or every one of a controller, may answer with: said in the
 * contract. Those that follow from what it takes and gives are added to them.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** Each a status and the types it comes with, such as {@code 409 case-closed, not-routed}. */
    String[] value();
}
