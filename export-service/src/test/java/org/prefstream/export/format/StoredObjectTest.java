package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StoredObject;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

class StoredObjectTest {

    record Stored(int before, @JsonDeserialize(using = StoredObject.Reader.class) Map<String, Object> data, int after) {
    }

    record Read(int before, Map<String, Object> data, int after) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":{\"b\":[{},[],null,true]},\"c\":\"\"}",
            "{\"https://a/b\":\"http://c//d/\",\"/\":\"/\"}",
            "{\"quotes\":\"\\\"/\\\\/\\\\\\\\\",\"brace\":\"}{\\\\\"}",
            "{\"controls\":\"\u0001\u001f\b\f\n\r\t\u007f\u009f\"}", "{\"ends\":\"a\u0085b\u2028c\u2029d\"}",
            "{\"é\":\"日本 😀 \\u00e9\"}", "{\"n\":[1,-0,1.0,2.50,1e5,12345678901234567890123,0.000000000000000001]}"})
    void isWrittenAsItsMembersWouldBe(String sent) throws IOException {
        Map<String, Object> members = Json
                .readObject(sent.replace("\u0001\u001f\b\f\n\r\t", "\\u0001\\u001f\\b\\f\\n\\r\\t"));
        byte[] record = Json.write(new Read(1, members, 2)).getBytes(StandardCharsets.UTF_8);

        Stored stored = stored(record);

        assertThat(compact(stored)).isEqualTo(compact(new Read(1, members, 2)));
        assertThat(indented(stored)).isEqualTo(indented(new Read(1, members, 2)));
        assertThat(JsonText.of(stored)).isEqualTo(JsonText.of(new Read(1, members, 2)));
    }

    @Test
    void hasItsMembersInTheirOrder() throws IOException {
        Map<String, Object> data = stored(
                "{\"before\":1,\"data\":{\"z\":1,\"é\":[2],\"a\":null},\"after\":2}".getBytes(StandardCharsets.UTF_8))
                .data();

        assertThat(data.keySet()).containsExactly("z", "é", "a");
        assertThat(data.get("z")).isEqualTo(1);
        assertThat(data.containsKey("a")).isTrue();
        assertThat(data).isEqualTo(Json.readObject("{\"a\":null,\"z\":1,\"é\":[2]}"));
    }

    @Test
    void isNothingButAnObject() {
        assertThatThrownBy(() -> stored("{\"before\":1,\"data\":[],\"after\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MismatchedInputException.class);
    }

    private static Stored stored(byte[] json) throws IOException {
        return Json.mapper().readerFor(Stored.class).withAttribute(StoredObject.Reader.class, json).readValue(json);
    }

    private static String compact(Object value) throws IOException {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonText.compact(out)) {
            json.writeStartArray();
            JsonText.write(json, value);
            JsonText.write(json, value);
            json.writeEndArray();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String indented(Object value) throws IOException {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonText.indented(out)) {
            JsonText.write(json, value);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
