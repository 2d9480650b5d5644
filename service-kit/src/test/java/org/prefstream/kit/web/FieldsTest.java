package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;

class FieldsTest {

    private static final String UUID_TEXT = "7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b";

    @Test
    void readsEachMemberByItsType() {
        Fields fields = Fields
                .of("""
                        {"flag":true,"whole":-7,"digits":"42","number":1.50,"text":"é","choice":"b","uuid":"%s","object":{"a":1}}"""
                        .formatted(UUID_TEXT));

        assertThat(fields.flag("flag")).contains(true);
        assertThat(fields.whole("whole")).contains(-7L);
        assertThat(fields.id("digits")).isEqualTo(42);
        assertThat(fields.notNegative("number")).contains(new BigDecimal("1.50"));
        assertThat(fields.text("text", 1)).contains("é");
        assertThat(fields.choice("choice", Set.of("a", "b"))).contains("b");
        assertThat(fields.uuid("uuid")).contains(UUID.fromString(UUID_TEXT));
        assertThat(fields.object("object")).contains(Map.of("a", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"x\":null}"})
    void aMemberThatIsNullCountsAsNotSent(String body) {
        Fields fields = Fields.of(body);

        assertThat(fields.flag("x")).isEmpty();
        assertThat(fields.whole("x", 1, 2)).isEmpty();
        assertThat(fields.notNegative("x")).isEmpty();
        assertThat(fields.text("x", 1)).isEmpty();
        assertThat(fields.choice("x", Set.of())).isEmpty();
        assertThat(fields.uuid("x")).isEmpty();
        assertThat(fields.object("x")).isEmpty();
        assertThat(fields.has("x")).isEqualTo(body.contains("null"));
    }

    static List<Arguments> refusals() {
        return List.of(refusal("\"true\"", fields -> fields.flag("x"), "Must be a valid boolean."),
                refusal("1.0", fields -> fields.whole("x"), "A valid integer is required."),
                refusal("99999999999999999999", fields -> fields.whole("x"), "A valid integer is required."),
                refusal("3", fields -> fields.whole("x", 1, 2), "Must be from 1 to 2."),
                refusal("null", fields -> fields.id("x"), "This field is required."),
                refusal("-0.1", fields -> fields.notNegative("x"),
                        "A number of zero or more is required, below 10^15."),
                refusal("1e15", fields -> fields.notNegative("x"),
                        "A number of zero or more is required, below 10^15."),
                refusal("7", fields -> fields.text("x"), "Not a valid string."),
                refusal("\"ab\"", fields -> fields.text("x", 1), "Ensure this field has no more than 1 characters."),
                refusal("\"c\"", fields -> fields.choice("x", Set.of("b", "a")),
                        "\"c\" is not a valid choice. Use one of a, b."),
                refusal("\"7f1c1a3e\"", fields -> fields.uuid("x"), "Must be a valid UUID, such as " + UUID_TEXT + "."),
                refusal("[]", fields -> fields.object("x"), "Must be a JSON object."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void namesTheMemberThatIsAnythingElse(String value, Function<Fields, Object> reading, String message) {
        Fields fields = Fields.of("{\"x\":" + value + "}");

        assertThatThrownBy(() -> reading.apply(fields)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.violations()).containsExactly(new Violation("x", message)));
    }

    @Test
    void readsTheTextsOfAFormByTheTypeThatIsAskedFor() {
        Fields form = Fields.ofForm(Map.of("on", "on", "no", "False", "whole", "42", "number", "1.50", "text", "",
                "uuid", UUID_TEXT, "object", "{\"a\":[1]}"));

        assertThat(form.flag("on")).contains(true);
        assertThat(form.flag("no")).contains(false);
        assertThat(form.id("whole")).isEqualTo(42);
        assertThat(form.notNegative("number")).contains(new BigDecimal("1.50"));
        assertThat(form.text("text", 0)).contains("");
        assertThat(form.uuid("uuid")).contains(UUID.fromString(UUID_TEXT));
        assertThat(form.object("object")).contains(Map.of("a", List.of(1)));
    }

    @Test
    void anEmptyTextOfAFormCountsAsNotSentUnlessATextIsAskedFor() {
        Fields form = Fields.ofForm(Map.of("x", ""));

        assertThat(form.flag("x")).isEmpty();
        assertThat(form.whole("x")).isEmpty();
        assertThat(form.notNegative("x")).isEmpty();
        assertThat(form.uuid("x")).isEmpty();
        assertThat(form.object("x")).isEmpty();
        assertThat(form.text("x")).contains("");
    }

    static List<Arguments> formRefusals() {
        return List.of(refusal("maybe", form -> form.flag("x"), "Must be a valid boolean."),
                refusal("1.5", form -> form.whole("x"), "A valid integer is required."),
                refusal("-1", form -> form.notNegative("x"), "A number of zero or more is required, below 10^15."),
                refusal("1e999999999", form -> form.notNegative("x"),
                        "A number of zero or more is required, below 10^15."),
                refusal("[1]", form -> form.object("x"), "Must be a JSON object."),
                refusal("{", form -> form.object("x"),
                        "Value must be valid JSON: JSON parse error - the text ends too early at line 1, column 2"));
    }

    @ParameterizedTest
    @MethodSource("formRefusals")
    void namesTheFieldOfAFormThatIsAnythingElse(String value, Function<Fields, Object> reading, String message) {
        Fields form = Fields.ofForm(Map.of("x", value));

        assertThatThrownBy(() -> reading.apply(form)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.violations()).containsExactly(new Violation("x", message)));
    }

    @Test
    void namesTheMemberOfABodyThatCannotBeStored() {
        assertThatThrownBy(() -> Fields.of("{\"data\":{\"a\":[\"\\u0000\"]}}"))
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.violations()).extracting(Violation::field)
                                .containsExactly("data.a[0]"))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> Fields.of("{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}"))
                .hasMessageContaining("deeper than 100");
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        assertThatThrownBy(() -> Fields.of("{\"x\":")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("JSON parse error")
                .hasMessageContaining("line 1, column 6");
        assertThatThrownBy(() -> Fields.of("[]")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("Expected a JSON object");
    }

    private static Arguments refusal(String value, Function<Fields, Object> reading, String message) {
        return Arguments.of(value, reading, message);
    }
}
