package org.vigie.notice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A class with tests says by its name how it is run. */
@AnalyzeClasses(packages = "org.vigie.notice", importOptions = OnlyIncludeTests.class)
class TestNamesTests {

    @ArchTest
    static final ArchRule testsAreNamed = methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Tests|IT|Contract)");
}
