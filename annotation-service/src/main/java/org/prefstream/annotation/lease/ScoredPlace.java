package org.prefstream.annotation.lease;

import java.util.List;

/**
 * How far an annotator's search among tasks with a score has come: by score, and by id where scores are the same. What this annotator
 * may take up to here was freed, or scored anew, by transaction {@code since} or a later one, as with a {@link Cursor}.
 */
record ScoredPlace(double score, long taskId, long since) {

    /** A task that the annotator may take, and its score. */
    record Candidate(long taskId, double score) {
    }

    /** {@return the place before all tasks} */
    static ScoredPlace beginning(long now) {
        return new ScoredPlace(Double.NEGATIVE_INFINITY, 0, now);
    }

    /** {@return this place, once all that was freed up to it is known to have been looked at} */
    ScoredPlace caughtUp(long now) {
        return new ScoredPlace(score, taskId, now);
    }

    /** {@return the place right before a task} */
    ScoredPlace before(Candidate task) {
        return new ScoredPlace(task.score, task.taskId - 1, since);
    }

    /** {@return the place right behind a task} */
    ScoredPlace behind(Candidate task) {
        return new ScoredPlace(task.score, task.taskId, since);
    }

    /** {@return the place after these tasks were found ahead in order, and some of them locked; it stays before one that was not} */
    ScoredPlace behind(List<Candidate> found, List<Long> locked) {
        return found.stream()
                .filter(each -> !locked.contains(each.taskId))
                .findFirst()
                .map(this::before)
                .orElseGet(() -> behind(found.get(found.size() - 1)));
    }

    /** {@return whether both are the same place, whatever was looked at before it} */
    boolean isAt(ScoredPlace other) {
        return Double.compare(score, other.score) == 0 && taskId == other.taskId;
    }
}
