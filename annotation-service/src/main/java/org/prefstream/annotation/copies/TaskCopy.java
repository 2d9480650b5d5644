package org.prefstream.annotation.copies;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.labelstudio.json.Json;

/** A task as task-service last told of it. Written by {@link TaskProjection}; its slots by {@link Slots}. */
@Entity
@Table(name = "task_copy")
public class TaskCopy {

    @Id
    long taskId;

    long projectId;

    boolean deleted;

    @Nullable
    String record;

    /** {@return the task's id} */
    public long taskId() {
        return taskId;
    }

    /** {@return the id of its project} */
    public long projectId() {
        return projectId;
    }

    /** {@return whether task-service has deleted it} */
    public boolean isDeleted() {
        return deleted;
    }

    /** {@return what task-service published} */
    public TaskRecord read() {
        if (record == null) {
            throw new IllegalStateException("a deleted task has no record: " + taskId);
        }
        return Json.read(record, TaskRecord.class);
    }
}
