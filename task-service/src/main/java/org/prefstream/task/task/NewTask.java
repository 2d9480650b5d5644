package org.prefstream.task.task;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A task that is about to be written.
 *
 * @param id from the sequence of tasks
 * @param revision the first one that its key gets
 * @param innerId its number within its project
 * @param overlap how many distinct annotators it needs
 * @param predictions what models would answer to it
 * @param annotations how many annotations come with it
 * @param awaitsAnswers whether it misses answers, which a model is to give: until it has them nobody else hears of it
 */
public record NewTask(
        long id,
        long revision,
        long projectId,
        long innerId,
        int overlap,
        TaskContent content,
        List<NewPrediction> predictions,
        int annotations,
        boolean awaitsAnswers) {

    public NewTask {
        predictions = List.copyOf(predictions);
    }

    /**
     * A prediction that is about to be written.
     *
     * @param id from the sequence of predictions
     * @param result Label Studio's result as compact JSON
     * @param score how sure the model is; null where it does not say
     */
    public record NewPrediction(long id, String result, @Nullable BigDecimal score, String modelVersion) {
    }
}
