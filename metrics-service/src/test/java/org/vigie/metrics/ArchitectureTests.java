package org.vigie.metrics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "org.vigie.metrics", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule coreKnowsNoFramework = classes()
            .that()
            .resideInAPackage("org.vigie.metrics.*")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "org.vigie.events..",
                    "org.vigie.support",
                    "org.vigie.support.copies..",
                    "org.vigie.metrics.*");

    @ArchTest
    static final ArchRule statisticsKnowNothingElse = classes()
            .that()
            .resideInAPackage("org.vigie.metrics.statistics")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.vigie.metrics.statistics");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("org.vigie.metrics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule adaptersAreHidden = classes()
            .that()
            .resideInAPackage("org.vigie.metrics.*.*..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule adaptersDoNotMeet =
            slices().matching("org.vigie.metrics.*.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule timeIsGiven = noClasses()
            .that(not(belongToAnyOf(MetricsServiceApplication.class)))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
