package org.prefstream.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ArchitectureRules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfEveryService() {
        ArchitectureRules.check("org.prefstream.task");
    }

    @Test
    void endpointsAreResources() {
        classes().that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.prefstream.task"));
    }
}
