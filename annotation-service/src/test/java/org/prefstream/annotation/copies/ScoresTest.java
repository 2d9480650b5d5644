package org.prefstream.annotation.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.testing.Records;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.TaskRecord.Prediction;
import org.prefstream.labelstudio.json.Json;

/** The score by which a task is ordered; all of a task's predictions stand in one column, and the project's model in the next. */
class ScoresTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // predictions, model, score
            "'', '', -", "'', judge, -", "'judge 0.7', '', 0.7", "'judge 0.7', judge, 0.7", "'judge 0.7', other, -",
            "'judge 0.7; judge 0.2; judge 0.9', judge, 0.2", "'judge 0.7; other 0.2', judge, 0.7",
            "'judge 0.7; other 0.2', other, 0.2", "'judge 0.7; other 0.2', '', 0.2", "'judge', '', -",
            "'judge', judge, -", "'judge; judge 0.4', judge, 0.4", "'judge; other 0.4', judge, -",
            "'judge; other 0.4', '', 0.4", "'judge -3', judge, -3.0", "'judge 0', judge, 0.0",
            "'judge 87', judge, 87.0", "'judge 1e-400', judge, 0.0",
            "'judge 0.12345678901234567890', judge, 0.12345678901234568"})
    void isTheLeastOneOfThePredictionsThatCount(String predictions, String model, @Nullable Double score) {
        String json = Scores.json(task(predictions));

        Map<String, Object> byModel = json == null ? Map.of() : Json.readObject(json);
        assertThat(byModel.get(model)).isEqualTo(score == null ? null : BigDecimal.valueOf(score));
    }

    private static TaskRecord task(String predictions) {
        List<Prediction> all = Arrays.stream(predictions.split("; "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(" "))
                .map(words -> new Prediction(1, words[0], words.length == 1 ? null : new BigDecimal(words[1])))
                .toList();
        return new TaskRecord(1, 1, 1, Map.of(), Map.of(), Records.BEGINNING, Records.BEGINNING, 1, 1, 1, "", "train",
                all);
    }
}
