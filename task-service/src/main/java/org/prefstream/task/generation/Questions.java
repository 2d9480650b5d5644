package org.prefstream.task.generation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a run asks of the model for each of its tasks, and what becomes of the words that come back. One for each {@link RunKind}. */
interface Questions {

    /**
     * One request.
     *
     * @param index its place among those of its task, from 0
     * @param field what people call it
     */
    record Part(int index, String field, List<Map<String, Object>> messages) {
    }

    /** What a model said to a part. */
    record Given(String text, String model) {
    }

    /**
     * {@return what is to be asked for a task}
     *
     * @throws NotAnswered for this task, if nothing can be asked
     */
    List<Part> parts(Map<String, Object> data) throws NotAnswered;

    /** Refuses an answer that is of no use; its tokens are paid for all the same. */
    void require(ChatAnswer answer) throws NotAnswered;

    /**
     * {@return why nothing could be made of what was said, so that nothing was changed; null if it is done, or was done before} Blocks.
     *
     * @param given what was said, by the index of the part
     */
    @Nullable
    String finish(HeldRun run, long task, Map<Integer, Given> given) throws NotAnswered;
}
