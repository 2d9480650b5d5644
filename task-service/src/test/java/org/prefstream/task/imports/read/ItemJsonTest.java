package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StorableText;

class ItemJsonTest {

    @ParameterizedTest
    @CsvSource({"1.10,1.10", "1e5,1E+5", "1E5,1E+5", "100000,100000", "12345678901234567890,12345678901234567890",
            "1.0,1.0", "0.0,0.0", "-0.0,0.0", "0.0000001,1E-7", "0.000001,0.000001", "1e0,1", "1.5e1,15", "-5,-5",
            "1e-1000,1E-1000", "2.50e2,250"})
    void writesNumbersExactlyAndInOneWay(String sent, String written) {
        assertThat(Json.write(ItemJson.readObject("{\"n\":" + sent + "}"))).isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "[]", "{", "{} {}", "{}x", "{\"a\":\"\\u0000\"}", "{\"a\":NaN}", "{\"a\":1e9999}"})
    void refusesWhatIsNotOneStorableObject(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemJson.readObject(json));
    }

    @Test
    void findsTextThatCannotBeStoredWhereverItIs() {
        assertThat(StorableText.flawIn(Map.of("a", List.of("x", Map.of("b", "\0"))), "data")).contains(
                "the text at data.a[1].b holds the character NUL (\\u0000), which cannot be stored; take it out");
        assertThat(StorableText.flawIn(Map.of("a", Map.of("\ud800", 1)), "data"))
                .contains("a key at data.a.\\ud800 holds half of "
                        + "a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out");
        assertThat(StorableText.flawIn(Arrays.asList("😀", 1, null, true), "result")).isEmpty();
    }
}
