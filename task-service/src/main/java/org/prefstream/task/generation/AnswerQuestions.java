package org.prefstream.task.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.task.generation.AnswerPlaces.Place;

/** Asks for the candidates that a task misses, and completes the task with them. */
final class AnswerQuestions implements Questions {

    private final GenerationSettings settings;
    private final ComparisonSpec spec;
    private final AnswerPlaces places;
    private final StoreAnswers storeAnswers;

    /** @throws org.prefstream.labelstudio.error.ProblemException if the configuration has no place for the answers */
    AnswerQuestions(HeldRun run, StoreAnswers storeAnswers) {
        this.settings = run.settings();
        this.spec = run.spec();
        this.places = AnswerPlaces.of(spec, settings.answersPerPrompt());
        this.storeAnswers = storeAnswers;
    }

    @Override
    public List<Part> parts(Map<String, Object> data) throws NotAnswered {
        List<Part> parts = new ArrayList<>();
        for (Place place : places.missingIn(data)) {
            parts.add(new Part(place.index(), place.field(),
                    PromptMessages.of(spec, data, settings.source(place.index()).system())));
        }
        return parts;
    }

    @Override
    public void require(ChatAnswer answer) throws NotAnswered {
        answer.requireText();
    }

    @Override
    public @Nullable String finish(HeldRun run, long task, Map<Integer, Given> given) {
        return storeAnswers.in(run, task, places, given);
    }
}
