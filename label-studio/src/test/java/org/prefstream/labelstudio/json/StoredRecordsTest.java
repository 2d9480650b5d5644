package org.prefstream.labelstudio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.TaskRecord;

class StoredRecordsTest {

    @Test
    void readsATaskAsAnyReaderDoes() throws IOException {
        String json = task(
                "{\"prompt\":\"Wofür\\u2028\",\"n\":1.50,\"deep\":[{\"a\":[]},null,true,12345678901234567890]}");

        TaskRecord task = read(json);

        assertThat(task).isEqualTo(Json.read(json, TaskRecord.class));
        assertThat(task.data()).isInstanceOf(StoredObject.class).containsEntry("n", new BigDecimal("1.50"));
        assertThat(task.meta()).isEqualTo(Map.of("source", "a"));
        assertThat(Json.write(task)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "{\"a\":1E99999999999}", "{\"a\":[01]}", "{\"a\":tru}", "{\"a\":\"\\x\"}",
            "{\"a\":[}", "{\"a\":{\"b\":1}", "{\"a\" 1}", "{\"a\":\"\t\"}"})
    void refusesContentThatCouldNotBeReadLater(String data) {
        assertThatThrownBy(() -> read(task(data))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesContentBeyondTheLimitsOfReaders() {
        assertThatThrownBy(() -> read(task("{\"a\":" + "1".repeat(1_001) + "}"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(task("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] json = task("{\"a\":\"?\"}").getBytes(StandardCharsets.UTF_8);
        json[new String(json, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;

        assertThatThrownBy(() -> StoredRecords.read(json, TaskRecord.class)).isInstanceOf(IOException.class);
    }

    private static TaskRecord read(String json) throws IOException {
        return Objects.requireNonNull(StoredRecords.read(json.getBytes(StandardCharsets.UTF_8), TaskRecord.class));
    }

    private static String task(String data) {
        return """
                {"task_id":7,"project_id":2,"inner_id":1,"data":%s,"meta":{"source":"a"},\
                "created_at":"2026-01-02T03:04:05.000006Z","updated_at":"2026-01-02T03:04:05.000006Z","created_by":1,"updated_by":1,\
                "overlap":1,"content_sha256":"00","split":"train","predictions":[]}"""
                .formatted(data);
    }
}
