package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.util.RawValue;

/** An annotation as lists show it, from this service's copy. */
@Entity
@Immutable
@Table(name = "annotation_summary")
class Summary {

    @Id
    long annotationId;

    @Column
    boolean deleted;

    @Column
    long taskId;

    @Column
    long projectId;

    @Column
    long completedBy;

    @Column
    long updatedBy;

    @Column
    boolean wasCancelled;

    @Column
    boolean groundTruth;

    @Column
    @Nullable
    BigDecimal leadTime;

    @Column
    Instant createdAt;

    @Column
    Instant updatedAt;

    @Column
    @Nullable
    String result;

    protected Summary() {
        // for Hibernate
    }

    /** {@return Label Studio's annotation object; authors are ids in lists} */
    Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", annotationId);
        view.put("result", result == null ? null : new RawValue(result));
        view.put("completed_by", completedBy);
        view.put("was_cancelled", wasCancelled);
        view.put("ground_truth", groundTruth);
        view.put("created_at", createdAt);
        view.put("updated_at", updatedAt);
        view.put("draft_created_at", null);
        view.put("lead_time", leadTime);
        view.put("import_id", null);
        view.put("last_action", null);
        view.put("bulk_created", false);
        view.put("task", taskId);
        view.put("project", projectId);
        view.put("updated_by", updatedBy);
        view.put("parent_prediction", null);
        view.put("parent_annotation", null);
        view.put("last_created_by", null);
        return view;
    }
}
