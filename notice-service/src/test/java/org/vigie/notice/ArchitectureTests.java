package org.vigie.notice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.AccessTarget.Predicates.declaredIn;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.support.validation.InvalidField;
import org.vigie.testing.ServiceRules;

/** The shape of this service: that of all four, features that know no technology, and arrows that run one way. */
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
                    "jakarta.validation..",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.springframework.stereotype..",
                    "org.vigie.events..",
                    "org.vigie.url..",
                    "org.vigie.support..",
                    "org.vigie.notice.*");

    /** A report and a person's word on a mail are checked field by field where they are taken; nothing else is. */
    @ArchTest
    static final ArchRule pointersStayAtTheEdge = noClasses()
            .that()
            .resideInAPackage("org.vigie.notice.*")
            .and()
            .resideOutsideOfPackages("org.vigie.notice.report", "org.vigie.notice.inbound")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InvalidField.class);

    /** Elsewhere a notice's state only comes from a move of the one before. */
    @ArchTest
    static final ArchRule statesComeFromMoves = noClasses()
            .that(not(assignableTo(NoticeState.class)))
            .and()
            .doNotBelongToAnyOf(Notice.class)
            .and()
            .doNotHaveSimpleName("StateDocument")
            .should(callConstructorWhere(target(declaredIn(assignableTo(NoticeState.class)))));

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("task")
            .definedBy("org.vigie.notice.task..")
            .layer("content")
            .definedBy("org.vigie.notice.content..")
            .layer("removal")
            .definedBy("org.vigie.notice.removal..")
            .layer("escalation")
            .definedBy("org.vigie.notice.escalation..")
            .layer("oversight")
            .definedBy("org.vigie.notice.oversight..")
            .layer("composition")
            .definedBy("org.vigie.notice.composition..")
            .layer("dispatch")
            .definedBy("org.vigie.notice.dispatch..")
            .whereLayer("task")
            .mayNotAccessAnyLayer()
            .whereLayer("content")
            .mayNotAccessAnyLayer()
            .whereLayer("removal")
            .mayOnlyAccessLayers("task", "content")
            .whereLayer("escalation")
            .mayOnlyAccessLayers("task", "content", "removal")
            .whereLayer("oversight")
            .mayOnlyAccessLayers("task", "content", "removal", "escalation")
            .whereLayer("composition")
            .mayOnlyAccessLayers("content", "removal", "escalation")
            .whereLayer("dispatch")
            .mayOnlyAccessLayers("task", "content", "removal", "escalation", "oversight", "composition");
}
