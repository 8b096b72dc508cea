package org.vigie.support.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Holds what did not come over HTTP to the constraints of its fields (Jakarta Bean Validation). */
public final class FieldRules {

    private final Validator validator;

    FieldRules(Validator validator) {
        this.validator = validator;
    }

    /**
     * The rules outside a service.
     *
     * @param clock says what has passed and what is to come
     */
    public static FieldRules by(Clock clock) {
        return new FieldRules(Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .clockProvider(() -> clock)
                .buildValidatorFactory()
                .getValidator());
    }

    /**
     * Does nothing if every field holds what it must.
     *
     * @throws InvalidField for the first field, by its name, that breaks a constraint
     */
    public void check(Object record) {
        validator.validate(record).stream()
                .min(Comparator.comparing(FieldRules::path))
                .ifPresent(broken -> {
                    throw new InvalidField(pointer(path(broken)), broken.getMessage());
                });
    }

    private static String path(ConstraintViolation<?> broken) {
        return broken.getPropertyPath().toString();
    }

    /** JSON Pointer (RFC 6901) of a property's path: {@code holds[0].expiresAt} is {@code /holds/0/expires_at}. */
    public static String pointer(String path) {
        return "/"
                + path.replace('.', '/')
                        .replace('[', '/')
                        .replace("]", "")
                        .replaceAll("/<[^>]*>", "")
                        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT);
    }
}
