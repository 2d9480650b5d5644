package org.prefstream.task.generation;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;

/**
 * A run that this replica works on.
 *
 * @param version the model version of its predictions; empty where it makes none
 * @param by the account that began it
 * @param settings with the server as it is set now, and the models that the run began with
 * @param spec what the project shows and compares
 * @param apiKey the server's key, encrypted; null where it needs none
 */
record HeldRun(
        long id,
        long projectId,
        RunKind kind,
        String version,
        long lastTask,
        long by,
        GenerationSettings settings,
        ComparisonSpec spec,
        @Nullable String apiKey) {
}
