package org.vigie.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Min;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts know nothing and do nothing. */
@AnalyzeClasses(packages = "org.vigie.events", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> NUMBERS = Stream.of(
                    int.class, Integer.class, long.class, Long.class, double.class, Double.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    @ArchTest
    static final ArchRule knowsOnlyAnnotations = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "jakarta.validation..",
                    "org.jspecify..",
                    "org.vigie.events..");

    @ArchTest
    static final ArchRule holdsRecordsEnumsAnnotationsAndConstants = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("be a record, an enum, an annotation or a holder of constants") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.isRecord() && !type.isEnum() && !type.isAnnotation() && !holdsConstants(type)) {
                        events.add(SimpleConditionEvent.violated(type, type.getDescription() + " is something else"));
                    }
                }
            });

    @ArchTest
    static final ArchRule hasNoLogic = classes()
            .that()
            .areNotAnnotations()
            .should(new ArchCondition<>("have no method of their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    ownMethods(type)
                            .forEach(method -> events.add(SimpleConditionEvent.violated(
                                    type, type.getDescription() + " does something: " + method)));
                }
            });

    @ArchTest
    static final ArchRule boundsEveryNumber = fields().that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areNotStatic()
            .and(new DescribedPredicate<>("are numbers") {
                @Override
                public boolean test(JavaField field) {
                    return NUMBERS.contains(field.getRawType().getName());
                }
            })
            .should(new ArchCondition<>("say from where to where they go") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (!field.isAnnotatedWith(Min.class) && !field.isMetaAnnotatedWith(Constraint.class)) {
                        events.add(SimpleConditionEvent.violated(field, field.getDescription() + " has no range"));
                    }
                }
            });

    private static boolean holdsConstants(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                && type.getFields().stream()
                        .map(JavaField::getModifiers)
                        .allMatch(modifiers -> modifiers.containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL)));
    }

    private static Set<String> ownMethods(JavaClass type) {
        var given = Stream.concat(
                        Stream.of("toString", "hashCode", "equals", "values", "valueOf", "$values"),
                        type.getFields().stream().map(JavaField::getName))
                .collect(Collectors.toSet());
        return type.getMethods().stream()
                .map(JavaMember::getName)
                .filter(name -> !given.contains(name))
                .collect(Collectors.toSet());
    }
}
