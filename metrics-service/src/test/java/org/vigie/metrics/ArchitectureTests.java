package org.vigie.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.vigie.testing.ServiceRules;

@AnalyzeClasses(packages = "org.vigie.metrics", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests shape = ArchTests.in(ServiceRules.class);

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
                    "org.vigie.url..",
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
}
