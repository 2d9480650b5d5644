package org.prefstream.kit.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

class ArchitectureTest {

    /** The packages of the kit, the lowest first. */
    private static final List<String> KIT_LAYERS = List.of("database", "messaging", "projection", "security", "web");

    @Test
    void theKitKeepsTheRules() {
        ArchitectureRules.check("org.prefstream.kit");
    }

    @Test
    void aLayerOfTheKitKnowsOnlyThoseBelowIt() {
        knowsOnlyThoseBelow("org.prefstream.kit", KIT_LAYERS)
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.prefstream.kit"));
    }

    @Test
    void aLayerThatKnowsAHigherOneIsFound() {
        assertThat(knowsOnlyThoseBelow("org.prefstream.kit.architecture.violation", List.of("first", "second"))
                .evaluate(only(KnowsTheSecond.class, KnowsTheFirst.class))
                .hasViolation()).isTrue();
    }

    static Stream<Arguments> violations() {
        return Stream.of(Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.AnnotatedTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.CalledTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_TRANSACTIONS_WRITE, Violations.SessionTransaction.class),
                Arguments.of(ArchitectureRules.ONLY_THE_RELAY_SENDS, Violations.OwnProducer.class),
                Arguments.of(ArchitectureRules.ONLY_THE_RELAY_SENDS, Violations.OwnEmitter.class),
                Arguments.of(ArchitectureRules.THE_KIT_KNOWS_NO_SERVICE, Violations.KnowsAService.class),
                Arguments.of(ArchitectureRules.ONLY_RESOURCES_SPEAK_REST, AnswersByItself.class),
                Arguments.of(ArchitectureRules.REST_PARAMETERS_HAVE_ONE_STYLE, Violations.OtherStyle.class),
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

    private static ArchRule knowsOnlyThoseBelow(String base, List<String> layers) {
        var architecture = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(base + "..");
        for (String layer : layers) {
            architecture.layer(layer).definedBy(base + "." + layer + "..");
        }
        architecture.whereLayer(layers.get(0)).mayNotAccessAnyLayer();
        for (int i = 1; i < layers.size(); i++) {
            architecture.whereLayer(layers.get(i)).mayOnlyAccessLayers(layers.subList(0, i).toArray(String[]::new));
        }
        return architecture;
    }

    private static JavaClasses only(Class<?>... classes) {
        return new ClassFileImporter().importClasses(classes);
    }
}
