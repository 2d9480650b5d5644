package org.prefstream.annotation.copies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.labelstudio.json.Json;

/** A task as task-service last published it. {@link TaskProjection} writes it. */
@Entity
@Immutable
@Table(name = "task_copy")
public class TaskCopy {

    @Id
    private long taskId;

    @Column
    private long projectId;

    @Column
    private boolean deleted;

    @Column
    @Nullable
    private String record;

    protected TaskCopy() {
        // for Hibernate
    }

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

    /** {@return what task-service published; only for a task that is not deleted} */
    public TaskRecord read() {
        if (record == null) {
            throw new IllegalStateException("a deleted task has no record: " + taskId);
        }
        return Json.read(record, TaskRecord.class);
    }
}
