package org.prefstream.kit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.embedded.testing.ArchitectureRules;
import org.prefstream.export.AnswersByItself;
import org.prefstream.export.ViewResource;
import org.prefstream.kit.Note;
import org.prefstream.kit.architecture.violation.Violations;
import org.prefstream.kit.architecture.violation.first.KnowsTheSecond;
import org.prefstream.kit.architecture.violation.second.KnowsTheFirst;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

class ArchitectureTest {

    @Test
    void theKitKeepsTheRules() {
        ArchitectureRules.check("org.prefstream.kit");
    }

    static Stream<Arguments> violations() {
        return Stream.of(Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.AnnotatedTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.CalledTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.SessionTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_THE_RELAY_SENDS, Violations.OwnProducer.class),
                Arguments.of(ArchitectureRules.ONLY_THE_RELAY_SENDS, Violations.OwnEmitter.class),
                Arguments.of(ArchitectureRules.THE_KIT_KNOWS_NO_SERVICE, Violations.KnowsAService.class),
                Arguments.of(ArchitectureRules.ONLY_RESOURCES_SPEAK_REST, AnswersByItself.class),
                Arguments.of(ArchitectureRules.ENTITIES_GUARD_THEMSELVES, Note.class));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void eachRuleCanFail(ArchRule rule, Class<?> violation) {
        assertThat(rule.evaluate(only(violation)).hasViolation()).isTrue();
    }

    @Test
    void cyclesAreFound() {
        JavaClasses cycle = only(KnowsTheFirst.class, KnowsTheSecond.class);

        assertThat(ArchitectureRules.featuresFormNoCycles("org.prefstream.kit.architecture.violation")
                .evaluate(cycle)
                .hasViolation()).isTrue();
    }

    @Test
    void whatIsNestedInAResourceSpeaksRestToo() {
        ArchitectureRules.ONLY_RESOURCES_SPEAK_REST.check(only(ViewResource.class, ViewResource.View.class));
    }

    @Test
    void aPackageWithoutClassesIsAMistake() {
        assertThatThrownBy(() -> ArchitectureRules.check("org.prefstream.nowhere")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.prefstream.nowhere");
    }

    private static JavaClasses only(Class<?>... classes) {
        return new ClassFileImporter().importClasses(classes);
    }
}
