package org.prefstream.labelstudio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.json.StorableText.Flaw;

class StrictJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"a\":[1,{\"b c\":\"\\u0000\"}]}|VALUE|a[1][\"b c\"]|the text holds the character NUL",
            "{\"a\":{\"\\udfff\":1}}|VALUE|a[\"\\udfff\"]|a key holds half of a surrogate pair",
            "{\"a\":1e9999}|VALUE|a|the exponent of the number is beyond ±1000", "[]|VALUE||Expected a JSON object",
            "{\"a\":|SYNTAX||the text ends too early at line 1, column 6", "{} {}|SYNTAX||text after the end",
            "{\"a\":NaN}|SYNTAX||NaN and Infinity are no JSON numbers"})
    void saysWhatIsWrongAndWhere(String json, JsonRefused.Kind kind, @Nullable String place, String reason) {
        assertThatThrownBy(() -> StrictJson.readObject(json)).isInstanceOfSatisfying(JsonRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.place()).isEqualTo(Optional.ofNullable(place));
            assertThat(refused.reason()).contains(reason).doesNotContain("com.fasterxml");
        });
    }

    @Test
    void refusesMoreThanFitsInMemory() {
        String json = "{\"a\":\"" + "x".repeat(JsonValues.ITEM_BYTES_MAX) + "\"}";

        assertThatThrownBy(() -> StrictJson.readObject(json)).isInstanceOfSatisfying(JsonRefused.class,
                refused -> assertThat(refused.kind()).isEqualTo(JsonRefused.Kind.SIZE));
    }

    @ParameterizedTest
    @CsvSource({"1.10,1.10", "1e5,1E+5", "1E5,1E+5", "100000,100000", "12345678901234567890,12345678901234567890",
            "1.0,1.0", "0.0,0.0", "-0.0,0.0", "0.0000001,1E-7", "0.000001,0.000001", "1e0,1", "1.5e1,15", "-5,-5",
            "1e-1000,1E-1000", "2.50e2,250"})
    void writesNumbersExactlyAndInOneWay(String sent, String written) {
        assertThat(Json.write(StrictJson.readObject("{\"n\":" + sent + "}"))).isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "[]", "{", "{} {}", "{}x", "{\"a\":\"\\u0000\"}", "{\"a\":NaN}", "{\"a\":1e9999}"})
    void refusesWhatIsNotOneStorableObject(String json) {
        assertThatThrownBy(() -> StrictJson.readObject(json)).isInstanceOf(JsonRefused.class);
    }

    @Test
    void findsTextThatCannotBeStoredWhereverItIs() {
        assertThat(StorableText.flawIn(Map.of("a", List.of("x", Map.of("b", "\0"))), "data")).contains(new Flaw(
                "data.a[1].b", "The text holds the character NUL (\\u0000), which cannot be stored; take it out."));
        assertThat(StorableText.flawIn(Map.of("a", Map.of("\ud800", 1)), "data"))
                .contains(new Flaw("data.a.\\ud800", "A key holds half of a surrogate pair (\\ud800 to \\udfff alone), "
                        + "which is no character; take it out."));
        assertThat(StorableText.flawIn(Arrays.asList("😀", 1, null, true), "result")).isEmpty();
    }
}
