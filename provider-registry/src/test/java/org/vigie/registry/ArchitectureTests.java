package org.vigie.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.vigie.testing.ServiceRules;

@AnalyzeClasses(packages = "org.vigie.registry", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests shape = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule featuresKnowNoFramework = classes()
            .that()
            .resideInAnyPackage(
                    "org.vigie.registry.provider",
                    "org.vigie.registry.chain",
                    "org.vigie.registry.dataset",
                    "org.vigie.registry.rdap")
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
                    "org.vigie.support",
                    "org.vigie.support.copies",
                    "org.vigie.support.work",
                    "org.vigie.registry.provider",
                    "org.vigie.registry.chain",
                    "org.vigie.registry.dataset",
                    "org.vigie.registry.rdap");

    @ArchTest
    static final ArchRule theRootHoldsTheApplicationOnly = classes()
            .that()
            .resideInAPackage("org.vigie.registry")
            .should()
            .haveSimpleName("ProviderRegistryApplication")
            .orShould()
            .haveSimpleName("package-info");

    @ArchTest
    static final ArchRule providersKnowNothingOfChains = noClasses()
            .that()
            .resideInAnyPackage("org.vigie.registry.provider..", "org.vigie.registry.dataset..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.vigie.registry.chain..");
}
