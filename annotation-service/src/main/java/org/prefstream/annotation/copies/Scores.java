package org.prefstream.annotation.copies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.TaskRecord.Prediction;
import org.prefstream.labelstudio.json.Json;

/**
 * By which score a task is ordered with uncertainty sampling: the least one of the predictions of the project's model, or of all
 * where the project names none. A prediction without a score is as good as none.
 */
final class Scores {

    /** How a project says that the predictions of all models count. */
    private static final String ALL_MODELS = "";
    /** The score by the model of a project, as SQL; null where there is none. It needs what {@link #json} gives, and the model. */
    private static final String OF_MODEL = "cast(cast(%s as json) ->> %s as double precision)";

    private Scores() {
    }

    /** {@return the least score of each model's predictions as JSON, for any model that a project may name; null if there is none} */
    static @Nullable String json(TaskRecord task) {
        Map<String, Double> least = new LinkedHashMap<>();
        for (Prediction prediction : task.predictions()) {
            BigDecimal score = prediction.score();
            if (score != null) {
                least.merge(prediction.modelVersion(), score.doubleValue(), Math::min);
            }
        }
        if (least.isEmpty()) {
            return null;
        }
        least.put(ALL_MODELS, least.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        return Json.write(least);
    }

    /**
     * {@return SQL for the score of a task; null where it has none}
     *
     * @param json SQL for what {@link #json} gives
     * @param model SQL for the model that the project names
     */
    static String sql(String json, String model) {
        return OF_MODEL.formatted(json, model);
    }
}
