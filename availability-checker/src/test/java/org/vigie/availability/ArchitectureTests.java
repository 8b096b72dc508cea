package org.vigie.availability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import org.vigie.testing.ServiceRules;

/** Holds the shape of this service. */
@AnalyzeClasses(packages = "org.vigie.availability", importOptions = DoNotIncludeTests.class)
final class ArchitectureTests {

    @ArchTest
    static final ArchTests shape = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule probeKnowsNoFramework = classes()
            .that()
            .resideInAPackage("org.vigie.availability.probe")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.vigie.url", "org.vigie.availability.probe");

    @ArchTest
    static final ArchRule watchKnowsNoFramework = classes()
            .that()
            .resideInAPackage("org.vigie.availability.watch")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "tools.jackson..",
                    "org.vigie.events..",
                    "org.vigie.url",
                    "org.vigie.support",
                    "org.vigie.support.seal",
                    "org.vigie.support.events",
                    "org.vigie.support.work",
                    "org.vigie.availability.probe",
                    "org.vigie.availability.watch");

    /** Names are resolved once, by our own resolvers, and no client that resolves by itself is used. */
    @ArchTest
    static final ArchRule namesAreResolvedInOnePlace = noClasses()
            .should()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getAllByName", String.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URI.class);
}
