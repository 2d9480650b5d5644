package org.prefstream.annotation.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.ProjectListener;
import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.annotation.submission.ApplyImported.Waiting;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Annotations that came with imported tasks. Each of them waits until its task and project are known and no annotation has its
 * unique_id; then it is applied, once.
 */
@ApplicationScoped
public class ImportedAnnotations implements TaskListener, ProjectListener {

    private static final int SET = 500;
    /**
     * A unique_id is one annotation of its project, however it came here. The other one may belong to a task that was deleted
     * before this import and is still here. Tasks are locked by ascending id.
     */
    private static final String WAITING = """
            select i.record as annotation, t.record as task, p.record as project from imported_annotation i
            join task_slot s on s.task_id = i.task_id
            join task_copy t on t.task_id = i.task_id and not t.deleted
            join project_copy p on p.project_id = i.project_id and not p.deleted
            where not i.applied and %s and not exists (select from annotation a
                where a.project_id = i.project_id and a.unique_id = cast(i.unique_id as uuid))
            order by i.task_id, i.import_key limit ?2 for update of s
            """;

    private final ApplyImported applyImported;

    ImportedAnnotations(ApplyImported applyImported) {
        this.applyImported = applyImported;
    }

    /** Applies those that wait for these tasks, in a transaction that has called {@link Arrivals#oneAfterAnother}. */
    public Uni<Void> applyTo(List<Long> taskIds) {
        return apply("i.task_id = any (cast(?1 as bigint[]))", taskIds.toArray(Long[]::new));
    }

    @Override
    public Uni<Void> tasksKnown(List<Long> taskIds) {
        return applyTo(taskIds);
    }

    @Override
    public Uni<Void> tasksGone(List<Long> taskIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> projectsKnown(List<Long> projectIds) {
        return apply("i.project_id = any (cast(?1 as bigint[]))", projectIds.toArray(Long[]::new));
    }

    /** Applies those that wait because annotations had their unique_ids, and are gone now. */
    Uni<Void> uniqueIdsGone(List<UUID> uniqueIds) {
        return apply("i.unique_id = any (cast(?1 as text[]))",
                uniqueIds.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Uni<Void> apply(String condition, Object[] values) {
        return values.length == 0
                ? Uni.createFrom().voidItem()
                : waiting(condition, values).chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : applyImported.apply(found).chain(() -> apply(condition, values)));
    }

    private static Uni<List<Waiting>> waiting(String condition, Object[] values) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING.formatted(condition), Object[].class)
                        .setParameter(1, values)
                        .setParameter(2, SET)
                        .getResultList())
                .map(ImportedAnnotations::read);
    }

    /** A set is mostly of one project, whose record is read once. */
    private static List<Waiting> read(List<Object[]> rows) {
        Map<String, ProjectRecord> projects = new HashMap<>();
        return rows.stream()
                .map(row -> new Waiting(Json.read((String) row[0], ImportedAnnotationRecord.class),
                        Json.read((String) row[1], TaskRecord.class),
                        projects.computeIfAbsent((String) row[2], json -> Json.read(json, ProjectRecord.class))))
                .toList();
    }
}
