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

    @ArchTest
    static final ArchTests shape = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule featuresKnowNoTechnology = classes()
            .that()
            .resideInAPackage("org.vigie.notice.*")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.github.f4b6a3.uuid..",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "org.vigie.events..",
                    "org.vigie.url..",
                    "org.vigie.support..",
                    "org.vigie.notice.*");
}
