package org.prefstream.export.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StoredRecords;

/** Merges tasks and annotations, which both come in the order of task ids. It holds one task and its annotations at a time. */
final class JudgedTasks implements Iterator<JudgedTask> {

    private final Iterator<byte[]> tasks;
    private final Iterator<byte[]> annotations;
    private @Nullable AnnotationRecord next;

    JudgedTasks(Iterator<byte[]> tasks, Iterator<byte[]> annotations) {
        this.tasks = tasks;
        this.annotations = annotations;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return tasks.hasNext();
    }

    @Override
    public JudgedTask next() {
        TaskRecord task = task(tasks.next());
        return new JudgedTask(task, annotationsOf(task.taskId()));
    }

    private static TaskRecord task(byte[] json) {
        try {
            return Objects.requireNonNull(StoredRecords.read(json, TaskRecord.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out annotations whose task is not among these: it was not selected or was deleted, or has not arrived. */
    private List<AnnotationRecord> annotationsOf(long taskId) {
        List<AnnotationRecord> found = new ArrayList<>();
        for (AnnotationRecord annotation = next; annotation != null
                && annotation.taskId() <= taskId; annotation = next) {
            if (annotation.taskId() == taskId) {
                found.add(annotation);
            }
            next = read();
        }
        return found;
    }

    private @Nullable AnnotationRecord read() {
        return annotations.hasNext() ? Json.read(annotations.next(), AnnotationRecord.class) : null;
    }
}
