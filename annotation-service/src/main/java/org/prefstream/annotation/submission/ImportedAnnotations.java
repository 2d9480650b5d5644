package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.ProjectListener;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Turns each imported annotation into an annotation, once, when its task and project are known. One that cannot be taken then
 * is put aside as a dead letter.
 */
@ApplicationScoped
public class ImportedAnnotations implements TaskListener, ProjectListener {

    private static final String WAITING = """
            select i.record from imported_annotation i
            join task_copy t on t.task_id = i.task_id and not t.deleted
            join project_copy p on p.project_id = i.project_id and not p.deleted
            where not i.applied and %s order by i.task_id, i.import_key
            """;

    private final Tasks tasks;
    private final Projects projects;
    private final Annotations annotations;
    private final ShownContents shownContents;
    private final Slots slots;
    private final AcceptedContent acceptedContent;
    private final Projector projector;

    ImportedAnnotations(Tasks tasks, Projects projects, Annotations annotations, ShownContents shownContents,
            Slots slots, AcceptedContent acceptedContent, Projector projector) {
        this.tasks = tasks;
        this.projects = projects;
        this.annotations = annotations;
        this.shownContents = shownContents;
        this.slots = slots;
        this.acceptedContent = acceptedContent;
        this.projector = projector;
    }

    /** Applies what waits for these tasks, in a transaction that has called {@link Arrivals#oneAfterAnother}. */
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

    /** Applies the imported annotations that waited because others had these unique_ids, which are free now. */
    Uni<Void> uniqueIdsGone(List<UUID> uniqueIds) {
        return apply("i.unique_id = any (cast(?1 as text[]))",
                uniqueIds.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Uni<Void> apply(String condition, Object[] values) {
        if (values.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING.formatted(condition), String.class)
                        .setParameter(1, values)
                        .getResultList())
                .chain(records -> Multi.createFrom()
                        .iterable(records)
                        .map(record -> Json.read(record, ImportedAnnotationRecord.class))
                        .onItem()
                        .transformToUniAndConcatenate(this::store)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> store(ImportedAnnotationRecord record) {
        return isKnown(record)
                .chain(known -> known ? Uni.createFrom().voidItem() : judge(record).chain(() -> applied(record)));
    }

    private static Uni<Void> applied(ImportedAnnotationRecord record) {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("update imported_annotation set applied = true where import_key = ?1")
                        .setParameter(1, record.key())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A unique_id names one annotation of its project, however that came here. The one that has it now may belong to a task
     * whose deletion has not arrived here yet. So the imported annotation goes on waiting, and is applied when the other one is
     * gone.
     */
    private Uni<Boolean> isKnown(ImportedAnnotationRecord record) {
        return record.uniqueId() == null
                ? Uni.createFrom().item(false)
                : annotations.byUniqueId(record.projectId(), record.uniqueId()).map(Optional::isPresent);
    }

    private Uni<Void> judge(ImportedAnnotationRecord record) {
        return tasks.lock(record.taskId())
                .chain(task -> projects.require(record.projectId())
                        .chain(project -> acceptedContent.shown(record, task.read(), project)
                                .chain(shown -> shown.isEmpty()
                                        ? projector.setAside(record, new IllegalStateException(
                                                "task-service no longer has the configuration or the data that it was "
                                                        + "accepted under"))
                                        : store(record, shown.get(), project, task.read().split()))));
    }

    private Uni<Void> store(ImportedAnnotationRecord record, Shown shown, ProjectRecord project, String split) {
        SubmittedResult submitted;
        try {
            submitted = SubmittedResult.imported(shown, project, record);
        } catch (ProblemException e) {
            return projector.setAside(record, e);
        }
        Origin origin = Origin.of(record, ShownOrder.asInData(shown));
        return shownContents.keep(shown)
                .chain(annotations::newIdentity)
                .map(identity -> Annotation.imported(identity, origin, shown, submitted, record))
                .chain(annotation -> annotations.add(annotation, shown, split))
                .chain(() -> slots.recount(record.taskId()));
    }
}
