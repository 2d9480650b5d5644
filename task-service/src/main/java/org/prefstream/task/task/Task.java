package org.prefstream.task.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/**
 * One prompt with its candidates, to be judged. Data and meta are kept as compact JSON, keys in their order and numbers
 * exact. Changes raise the revision; what is counted from annotations does not.
 */
@Entity
@Table(name = "task")
class Task {

    static final String SPLIT = "train";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column
    long projectId;

    @Column
    long innerId;

    @Column
    long revision;

    @Column
    String data;

    @Column
    String meta;

    @Column
    String contentSha256;

    @Column
    int overlap;

    @Column
    Instant createdAt;

    @Column
    Instant updatedAt;

    @Column
    long createdBy;

    @Column
    @Nullable
    Long updatedBy;

    @Column
    int importedAnnotations;

    @Column
    int totalPredictions;

    @Column(insertable = false, updatable = false)
    int totalAnnotations;

    @Column(insertable = false, updatable = false)
    int cancelledAnnotations;

    @Column(name = "is_labeled", insertable = false, updatable = false)
    boolean labeled;

    @Column(insertable = false, updatable = false)
    @Nullable
    Instant completedAt;

    protected Task() {
        // for Hibernate
    }

    Task(long projectId, long innerId, int overlap, long createdBy, Instant now) {
        this.projectId = projectId;
        this.innerId = innerId;
        this.overlap = overlap;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
        this.meta = "{}";
    }

    /** Takes what is to be judged. */
    final void holds(Map<String, Object> content) {
        data = Json.write(content);
        contentSha256 = Hashes.sha256(data);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    TaskRecord record(List<TaskRecord.Prediction> predictions) {
        return new TaskRecord(id(), projectId, innerId, Json.readObject(data), Json.readObject(meta), createdAt,
                updatedAt, createdBy, updatedBy == null ? createdBy : updatedBy, overlap, contentSha256, SPLIT,
                predictions);
    }
}
