package org.prefstream.local;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ArchitectureRules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private static final String BASE = "org.prefstream.local";

    @Test
    void keepsTheRulesOfEveryModule() {
        ArchitectureRules.check(BASE);
    }

    @Test
    void theSupervisorKnowsNothingOfWhatItRuns() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage(BASE + "..")
                .layer("program")
                .definedBy(BASE)
                .layer("startup")
                .definedBy(BASE + ".startup..")
                .layer("process")
                .definedBy(BASE + ".process..")
                .whereLayer("program")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("startup")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("startup", "program")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(BASE));
    }
}
