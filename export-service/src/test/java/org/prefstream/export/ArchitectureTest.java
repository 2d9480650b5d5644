package org.prefstream.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.prefstream.export");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.prefstream.export.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyResourcesKnowOfRest() {
        noClasses().that().haveSimpleNameNotEndingWith("Resource").should().dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..").check(CLASSES);
    }

    @Test
    void formatsKnowNothingOfWhereRowsComeFrom() {
        noClasses().that().resideInAPackage("..format..").should().dependOnClassesThat()
                .resideInAnyPackage("..dataset..", "..download..", "java.sql..", "io.quarkus..").check(CLASSES);
    }
}
