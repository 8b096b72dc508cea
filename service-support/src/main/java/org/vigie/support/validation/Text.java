package org.vigie.support.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Absent, or 1 to 200 characters (code points) of which one at least is not blank and none is a control. Half a
 * surrogate pair is no character: UTF-8 has none, so another text would be stored.
 */
@Documented
@Constraint(validatedBy = Text.Check.class)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int LONGEST = 200;

    /** The same as a regular expression of JSON Schema. */
    String PATTERN =
            "^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u001f\\u007f-\\u009f]*$";

    String message() default "Must have 1 to " + LONGEST + " characters, without control characters.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds a text to it. */
    final class Check implements ConstraintValidator<Text, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isText(text);
        }

        /** Whether it has what a text needs. */
        public static boolean isText(String text) {
            return !text.isBlank()
                    && text.codePointCount(0, text.length()) <= LONGEST
                    && text.codePoints().noneMatch(point -> Character.isISOControl(point) || isHalf(point));
        }

        private static boolean isHalf(int point) {
            return Character.getType(point) == Character.SURROGATE;
        }
    }
}
