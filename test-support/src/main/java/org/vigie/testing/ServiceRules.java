package org.vigie.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/**
 * The shape that all four services share. A service's package is {@code org.vigie.<service>}, its features are the
 * packages below, and the packages below a feature are its adapters.
 */
public final class ServiceRules {

    @ArchTest
    static final ArchRule featuresKnowNoAdapter = noClasses()
            .that()
            .resideInAPackage("org.vigie.*.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vigie.(registry|notice|availability|metrics).*.*..");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.vigie.support.web..");

    /** Later builds read what this one stores. */
    @ArchTest
    static final ArchRule storedJsonHasGoldenFiles =
            classes().that().resideInAPackage("..persistence..").should(StoredJson.haveGoldenFiles());

    @ArchTest
    static final ArchRule adaptersAreHidden = classes()
            .that()
            .resideInAPackage("org.vigie.*.*.*..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule adaptersDoNotMeet =
            slices().matching("org.vigie.*.*.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("org.vigie.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeIsGiven =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    private ServiceRules() {}
}
