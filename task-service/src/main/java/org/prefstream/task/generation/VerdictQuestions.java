package org.prefstream.task.generation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;

/** Asks a judge model about each pair in both orders, because models prefer one place, and stores the verdict as a prediction. */
final class VerdictQuestions implements Questions {

    private static final int LEFT_FIRST = 0;
    private static final int RIGHT_FIRST = 1;

    private final GenerationSettings settings;
    private final ComparisonSpec spec;
    private final JudgedPair pair;
    private final StoreVerdict storeVerdict;

    /** @throws org.prefstream.labelstudio.error.ProblemException if the configuration has no pair that can be judged */
    VerdictQuestions(HeldRun run, StoreVerdict storeVerdict) {
        this.settings = run.settings();
        this.spec = run.spec();
        this.pair = JudgedPair.of(spec);
        this.storeVerdict = storeVerdict;
    }

    @Override
    public List<Part> parts(Map<String, Object> data) throws NotAnswered {
        List<String> texts = pair.texts(data);
        String prompt = PromptMessages.text(spec, data);
        return List.of(part(LEFT_FIRST, prompt, texts), part(RIGHT_FIRST, prompt, List.of(texts.get(1), texts.get(0))));
    }

    private Part part(int index, String prompt, List<String> inOrder) {
        return new Part(index, pair.names().get(index) + " first", JudgePrompt.messages(settings.source(0).system(),
                settings.criterion(), prompt, inOrder.get(0), inOrder.get(1)));
    }

    @Override
    public void require(ChatAnswer answer) throws NotAnswered {
        answer.requireText();
        JudgeVerdict.said(answer.text());
    }

    @Override
    public @Nullable String finish(HeldRun run, long task, Map<Integer, Given> given) throws NotAnswered {
        JudgeVerdict verdict = JudgeVerdict.of(said(given, LEFT_FIRST), said(given, RIGHT_FIRST));
        return storeVerdict.of(run, task, pair.result(verdict.selection()), verdict);
    }

    private static String said(Map<Integer, Given> given, int index) throws NotAnswered {
        Given one = given.get(index);
        if (one == null) {
            throw NotAnswered.forThisTask("The judge was asked in one order only.");
        }
        return one.text();
    }
}
