package org.prefstream.labelstudio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesNoSpacesAndTextAsItIs() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", Arrays.asList(1, null, true, "é😀</script>\u2028"));
        value.put("a", Map.of());
        String json = "{\"b\":[1,null,true,\"é😀</script>\u2028\"],\"a\":{}}";

        assertThat(Json.write(value)).isEqualTo(json);
        assertThat(Json.readObject(json)).isEqualTo(value);
        assertThat(Json.write(null)).isEqualTo("null");
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
