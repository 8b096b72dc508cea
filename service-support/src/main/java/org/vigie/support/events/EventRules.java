package org.vigie.support.events;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.hibernate.validator.cfg.defs.NotNullDef;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Passed;
import org.vigie.events.Version;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.support.validation.FieldRules;

/**
 * What holds for every event: what is not nullable is there, texts and lists have an end, and numbers are what the
 * annotations of event-contracts say.
 */
final class EventRules {

    static final int LONGEST_TEXT = 4_096;
    static final int LONGEST_LIST = 10_000;

    private final Validator validator;

    EventRules(Clock clock) {
        var configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .clockProvider(() -> clock);
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Version.class).validatedBy(CanBeReached.class);
        mapping.constraintDefinition(Passed.class).validatedBy(HasPassed.class);
        var done = new HashSet<Class<?>>();
        EventTypes.all().forEach(type -> add(type, mapping, done));
        validator = configuration.addMapping(mapping).buildValidatorFactory().getValidator();
    }

    /** @throws UnreadableRecord naming the first field that is wrong */
    void check(Object event) {
        validator.validate(event).stream()
                .min(Comparator.comparing(EventRules::pointer))
                .ifPresent(EventRules::refuse);
        if (event instanceof TargetingSnapshot targeting) {
            checkEnd(targeting);
        }
    }

    /** What ended has an end. */
    private static void checkEnd(TargetingSnapshot targeting) {
        if (targeting.end() == End.REMOVED && targeting.removedAt() == null) {
            throw new UnreadableRecord("/removed_at", "is missing from a targeting that ended so");
        }
        if (targeting.end() == End.MOVED && targeting.movedAt() == null) {
            throw new UnreadableRecord("/moved_at", "is missing from a targeting that ended so");
        }
    }

    private static void refuse(ConstraintViolation<Object> violation) {
        throw new UnreadableRecord(pointer(violation), violation.getMessage());
    }

    private static String pointer(ConstraintViolation<Object> violation) {
        return FieldRules.pointer(violation.getPropertyPath().toString());
    }

    private static void add(Class<?> type, ConstraintMapping mapping, Set<Class<?>> done) {
        if (!type.isRecord() || !done.add(type)) {
            return;
        }
        var rules = mapping.type(type);
        for (var component : type.getRecordComponents()) {
            add(component, rules);
            add(component.getType(), mapping, done);
            if (component.getGenericType() instanceof ParameterizedType list) {
                add((Class<?>) list.getActualTypeArguments()[0], mapping, done);
            }
        }
    }

    private static void add(RecordComponent component, TypeConstraintMappingContext<?> rules) {
        var field = rules.field(component.getName());
        var type = component.getType();
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            field.constraint(new NotNullDef());
        }
        if (type == String.class && !component.isAnnotationPresent(jakarta.validation.constraints.Size.class)) {
            field.constraint(new SizeDef().max(LONGEST_TEXT));
        }
        if (type.isRecord()) {
            field.valid();
        }
        if (type == List.class) {
            field.constraint(new SizeDef().max(LONGEST_LIST));
            var element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (element == String.class) {
                field.containerElementType().constraint(new SizeDef().max(LONGEST_TEXT));
            } else if (((Class<?>) element).isRecord()) {
                field.containerElementType().valid();
            }
        }
    }

    /** A version is at most the seconds since 1970 and a day. */
    public static final class CanBeReached implements ConstraintValidator<Version, Long> {

        @Override
        public boolean isValid(@Nullable Long version, ConstraintValidatorContext context) {
            return version == null
                    || (version >= 0
                            && version <= highest(context.getClockProvider().getClock()));
        }

        static long highest(Clock clock) {
            return Math.max(0, clock.instant().getEpochSecond()) + Version.SLACK;
        }
    }

    /** An instant is at most a day from now. */
    public static final class HasPassed implements ConstraintValidator<Passed, Long> {

        @Override
        public boolean isValid(@Nullable Long instant, ConstraintValidatorContext context) {
            return instant == null
                    || (instant >= 0
                            && instant <= context.getClockProvider().getClock().millis() + Version.SLACK * 1_000);
        }
    }
}
