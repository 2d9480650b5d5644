package org.prefstream.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ArchitectureRules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfEveryService() {
        ArchitectureRules.check("org.prefstream.export");
    }

    @Test
    void formatsKnowNothingOfWhereRowsComeFrom() {
        noClasses().that()
                .resideInAPackage("..format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..dataset..", "..download..", "java.sql..", "io.quarkus..")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.prefstream.export"));
    }
}
