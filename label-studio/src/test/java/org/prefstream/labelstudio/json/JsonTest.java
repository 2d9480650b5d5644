package org.prefstream.labelstudio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u0000\n\"\\", "é ñ ÿ", "\u00c2\u0085", "\u0085", "a\u2028b\u2029c",
            "\u2027\u202a\u2030", "漢字", "\uD83D\uDE00\u2028", "\u0084\u0086"})
    void bytesAreWhatTheTextIsInUtf8(String text) {
        Map<String, Object> value = Map.of("text", List.of(text, 1, new BigDecimal("1.50")));

        assertThat(new String(Json.writeBytes(value), StandardCharsets.UTF_8)).isEqualTo(Json.write(value));
        assertThat(Json.readObject(Json.writeBytes(value))).isEqualTo(Json.readObject(Json.write(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uD800", "a\\uD800", "\\uDC00b", "a\\uD800b", "\\\\uD800"})
    void bytesHaveAQuestionMarkForHalfACharacterAsAnyTextInUtf8Has(String half) {
        String text = (String) Json.readList("[\"" + half + "\"]").get(0);

        assertThat(Json.writeBytes(text)).isEqualTo(Json.write(text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesNoSpacesAndTextAsItIs() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", Arrays.asList(1, null, true, "é😀</script>"));
        value.put("a", Map.of());
        String json = "{\"b\":[1,null,true,\"é😀</script>\"],\"a\":{}}";

        assertThat(Json.write(value)).isEqualTo(json);
        assertThat(Json.readObject(json)).isEqualTo(value);
        assertThat(Json.write(null)).isEqualTo("null");
    }

    @Test
    void escapesWhateverEndsALineForSomeReader() {
        Map<String, Object> value = Map.of("a\u2029",
                "\u0085 \u2028 \u2029 \n \r \u000b \f \u001c \u001d \u001e é\u00a0");

        String json = Json.write(value);

        assertThat(json).isEqualTo(
                "{\"a\\u2029\":\"\\u0085 \\u2028 \\u2029 \\n \\r \\u000B \\f \\u001C \\u001D \\u001E é\u00a0\"}");
        assertThat(Json.readObject(json)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u0085", "\u2028\u2029", "é", "冰", "😀", "\"\\\n\t\b\f\r\u0001",
            "\u2027\u202a\u0084\u0086"})
    void saysHowLongATextWillBe(String text) {
        assertThat(StorableText.jsonBytes(text)).isEqualTo(Json.write(text).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void refusesWhatJsonCannotHold() {
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readsItsOwnRecordsOfTheDeepestValueThatIsTaken() {
        String deepest = "[".repeat(100) + "]".repeat(100);

        Object taken = Objects.requireNonNull(StrictJson.read(deepest));

        assertThat(Json.readObject("{\"shown\":{\"content\":" + deepest + "}}"))
                .isEqualTo(Map.of("shown", Map.of("content", taken)));
        assertThatThrownBy(() -> StrictJson.read("[" + deepest + "]")).isInstanceOf(JsonRefused.class)
                .hasMessageContaining("100");
    }
}
