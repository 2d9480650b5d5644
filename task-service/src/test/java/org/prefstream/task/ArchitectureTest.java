package org.prefstream.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.prefstream.task");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.prefstream.task.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingWritesButByTransactions() {
        noClasses().should().dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.hibernate.reactive.panache.common.WithTransaction")
                .orShould().callMethod(io.quarkus.hibernate.reactive.panache.Panache.class, "withTransaction",
                        java.util.function.Supplier.class)
                .check(CLASSES);
    }

    @Test
    void nothingSendsToKafka() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka.clients.producer..")
                .orShould().dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter").check(CLASSES);
    }

    @Test
    void endpointsAreResources() {
        classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
    }
}
