package org.vigie.notice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.vigie.testing.ServiceRules;

/** The shape of this service: that of all four, and features that know no technology. */
@AnalyzeClasses(packages = "org.vigie.notice", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

<<<<<<< HEAD
    @ArchTest
    static final ArchTests shape = ArchTests.in(ServiceRules.class);
=======
    private static final String[] ADAPTERS = {
        "..web..", "..messaging..", "..persistence..", "..scheduling..", "..email..", "..mime..", "..webform.."
    };
>>>>>>> notice

    @ArchTest
    static final ArchRule featuresKnowNoTechnology = classes()
            .that()
            .resideInAPackage("org.vigie.notice.*")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "org.vigie.events..",
                    "org.vigie.url..",
                    "org.vigie.support..",
                    "org.vigie.notice.*");
<<<<<<< HEAD
=======

    @ArchTest
    static final ArchRule featuresKnowNoAdapter = noClasses()
            .that()
            .resideInAPackage("org.vigie.notice.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS[1], ADAPTERS[2], ADAPTERS[3], ADAPTERS[4], ADAPTERS[5], ADAPTERS[6]);

    @ArchTest
    static final ArchRule adaptersAreHidden = classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule adaptersDoNotMeet =
            slices().matching("org.vigie.notice.(*.*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule timeIsGiven =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");
>>>>>>> notice
}
