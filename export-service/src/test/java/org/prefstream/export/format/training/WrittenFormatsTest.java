package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.export.format.GivenRows;
import org.prefstream.labelstudio.json.Json;

/** What becomes of texts that people wrote where nothing is compared. */
class WrittenFormatsTest {

    private static final String LONG = JudgedSets.LONG;

    @Test
    void eachTextIsALine() throws IOException {
        GivenRows texts = given(written("question", "Why?", "Because."),
                written("lines", "Say \"yes\"", "yes\n\u2028yes"),
                written("beyond-bmp", "\ud83c\udf0a?", "\ud83d\ude80 \ud840\udc00"), written("long", "Go on.", LONG),
                written("same", "Why?", "Because."));

        assertThat(texts.as(new TrlSftFormat())).isEqualTo("""
                {"prompt":"Why?","completion":"Because."}
                {"prompt":"Say \\"yes\\"","completion":"yes\\n\\u2028yes"}
                {"prompt":"\ud83c\udf0a?","completion":"\ud83d\ude80 \ud840\udc00"}
                {"prompt":"Go on.","completion":"%s"}
                {"prompt":"Why?","completion":"Because."}
                """.formatted(LONG));
        assertThat(Linter.inspect(new TrlSftFormat().variant(texts), texts, true).leftOut()).isEmpty();
    }

    @Test
    void rowsThatNoTrainerLearnsFromAreLeftOut() throws IOException {
        GivenRows rows = given(written("blank-prompt", " ", "Because."), written("blank", "Why?", "\n"),
                written("lone-surrogate", "Why?", "half \ud83d"),
                said("blank-message", List.of(message("user", "Hi"), message("assistant", " "), message("user", "Hi"))),
                said("ends-on-system", List.of(message("user", "Hi"), message("system", "Be kind."))),
                said("system", List.of(message("system", "Be kind."), message("user", "Hi"))));

        List<String> rejected = rows.choosing(Map.of(Part.NAME, Part.REJECTED))
                .as(new TrlSftFormat())
                .lines()
                .map(Json::readObject)
                .map(row -> row.get("record_id") + " " + row.get("code"))
                .toList();

        assertThat(rejected).containsExactly("blank-prompt EMPTY_TEXT", "blank EMPTY_TEXT",
                "lone-surrogate LONE_SURROGATE", "blank-message EMPTY_TEXT", "ends-on-system LAST_ROLE");
        assertThat(rows.as(new TrlSftFormat())).isEqualTo(
                "{\"prompt\":[{\"role\":\"system\",\"content\":\"Be kind.\"},{\"role\":\"user\",\"content\":\"Hi\"}],"
                        + "\"completion\":[{\"role\":\"assistant\",\"content\":\"Hello\"}]}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AI21|{\"prompt\":\"Why?\",\"completion\":\"So.\"}",
            "COHERE|{\"prompt\":\"Why?\",\"completion\":\"So.\"}",
            "MOSAICML|{\"prompt\":\"Why?\",\"response\":\"So.\"}",
            "OPENAI_SFT|{\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"},{\"role\":\"assistant\",\"content\":\"So.\"}]}",
            "VERTEX_SFT|{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Why?\"}]},{\"role\":\"model\",\"parts\":[{\"text\":\"So.\"}]}]}"})
    void everyFormatOfBestAnswersTakesThem(String name, String line) throws IOException {
        TrainingFormat format = TrainingFormatsTest.formats()
                .filter(one -> one.card().name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(format.takesWrittenAnswers()).isTrue();
        assertThat(given(written("one", "Why?", "So.")).as(format)).isEqualTo(line + "\n");
    }

    private static GivenRows given(String... records) {
        return GivenRows.preferences(() -> Stream.of(records));
    }

    private static String written(String id, Object prompt, Object answer) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("prompt", prompt);
        record.put("chosen", answer);
        record.put("record_id", id);
        record.put("group_id", id);
        record.put("control", "instruction");
        return Json.write(record).replace("\ud83d\"", "\\ud83d\""); // half of a character has no bytes of its own
    }

    private static String said(String id, List<Map<String, Object>> prompt) {
        return written(id, new ArrayList<>(prompt), List.of(message("assistant", "Hello")));
    }

    private static Map<String, Object> message(String role, String content) {
        return TrainingRow.line("role", role, "content", content);
    }
}
