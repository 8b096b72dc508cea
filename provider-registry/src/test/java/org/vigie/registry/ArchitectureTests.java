package org.vigie.registry;

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

@AnalyzeClasses(packages = "org.vigie.registry", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresKnowNoFramework = classes()
            .that()
            .resideInAnyPackage("org.vigie.registry.provider", "org.vigie.registry.chain", "org.vigie.registry.dataset")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "org.vigie.events..",
                    "org.vigie.url..",
                    "org.vigie.support",
                    "org.vigie.support.copies",
                    "org.vigie.registry.provider",
                    "org.vigie.registry.chain",
                    "org.vigie.registry.dataset");

    @ArchTest
    static final ArchRule providersKnowNothingOfChains = noClasses()
            .that()
            .resideInAnyPackage("org.vigie.registry.provider..", "org.vigie.registry.dataset..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.vigie.registry.chain..");

    @ArchTest
    static final ArchRule adaptersAreHidden = classes()
            .that()
            .resideInAnyPackage(
                    "org.vigie.registry.provider.*..", "org.vigie.registry.chain.*..", "org.vigie.registry.dataset.*..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule adaptersOfProvidersDoNotMeet =
            slices().matching("org.vigie.registry.provider.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule adaptersOfChainsDoNotMeet =
            slices().matching("org.vigie.registry.chain.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule timeIsGiven =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");
}
