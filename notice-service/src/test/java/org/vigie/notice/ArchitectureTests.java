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
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.Pursuit;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.webhook.Delivery;
import org.vigie.notice.webhook.DeliveryState;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.WebhookState;
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

    @ArchTest
    static final ArchRule noticesMove = comeFromMoves(NoticeState.class, Notice.class, "StateDocument");

    @ArchTest
    static final ArchRule casesMove = comeFromMoves(CaseStage.class, Pursuit.class, "ActionDocument");

    @ArchTest
    static final ArchRule targetingsMove = comeFromMoves(End.class, Targeting.class, "EndDocument");

    @ArchTest
    static final ArchRule webhooksMove = comeFromMoves(WebhookState.class, Webhook.class, "WebhookDocument");

    @ArchTest
    static final ArchRule deliveriesMove = comeFromMoves(DeliveryState.class, Delivery.class, "DeliveryDocument");

    /** Elsewhere a state only comes from a move of the one before. */
    private static ArchRule comeFromMoves(Class<?> state, Class<?> of, String stored) {
        return noClasses()
                .that(not(assignableTo(state)))
                .and()
                .doNotBelongToAnyOf(of)
                .and()
                .doNotHaveSimpleName(stored)
                .should(callConstructorWhere(target(declaredIn(assignableTo(state)))));
    }

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
