package org.prefstream.annotation.submission;

import org.prefstream.labelstudio.error.ProblemException;

/** Says that a judgement does not fit what is known here of its task and project, which may be more by now. */
final class RefusedContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long taskId;
    private final ProblemException refusal;

    /** @param refusal what the person is told if nothing newer is known of the task */
    RefusedContent(long taskId, ProblemException refusal) {
        super("task " + taskId, refusal, false, false);
        this.taskId = taskId;
        this.refusal = refusal;
    }

    long taskId() {
        return taskId;
    }

    ProblemException refusal() {
        return refusal;
    }
}
