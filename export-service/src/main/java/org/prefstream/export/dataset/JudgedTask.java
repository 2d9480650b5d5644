package org.prefstream.export.dataset;

import java.util.List;

import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;

/**
 * A task with its annotations.
 *
 * @param annotations the oldest first; skips are among them
 */
public record JudgedTask(TaskRecord task, List<AnnotationRecord> annotations) {

    public JudgedTask {
        annotations = List.copyOf(annotations);
    }
}
