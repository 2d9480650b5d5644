package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.annotation.copies.ProjectListener;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.TaskCopy;
import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Turns annotations that came with imported tasks into annotations, once each, when their task and project are known. */
@ApplicationScoped
public class ImportedAnnotations implements TaskListener, ProjectListener {

    private static final Logger LOG = Logger.getLogger(ImportedAnnotations.class);
    private static final String WAITING = """
            select i.record from imported_annotation i
            join task_copy t on t.task_id = i.task_id and not t.deleted
            join project_copy p on p.project_id = i.project_id and not p.deleted
            where not i.applied and %s = any (cast(?1 as bigint[])) order by i.task_id, i.import_key
            """;

    private final Tasks tasks;
    private final Projects projects;
    private final Annotations annotations;
    private final ShownContents shownContents;
    private final Slots slots;

    ImportedAnnotations(Tasks tasks, Projects projects, Annotations annotations, ShownContents shownContents,
            Slots slots) {
        this.tasks = tasks;
        this.projects = projects;
        this.annotations = annotations;
        this.shownContents = shownContents;
        this.slots = slots;
    }

    /** Applies what waits for these tasks, in the transaction of the caller. */
    public Uni<Void> applyTo(List<Long> taskIds) {
        return apply("i.task_id", taskIds);
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
        return apply("i.project_id", projectIds);
    }

    private Uni<Void> apply(String column, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING.formatted(column), String.class)
                        .setParameter(1, ids.toArray(Long[]::new))
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
        return tasks.lock(record.taskId())
                .chain(task -> projects.require(record.projectId()).chain(project -> store(record, task, project)))
                .chain(() -> Panache.getSession())
                .chain(session -> session
                        .createNativeQuery("update imported_annotation set applied = true where import_key = ?1")
                        .setParameter(1, record.key())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> store(ImportedAnnotationRecord record, TaskCopy task, ProjectRecord project) {
        Shown shown = Shown.of(project.comparisonSpec(), task.read().data());
        SubmittedResult submitted;
        try {
            submitted = SubmittedResult.checked(shown, project, record.result(), record.wasCancelled(),
                    record.groundTruth(), record.leadTime());
        } catch (ProblemException e) {
            LOG.errorf("imported annotation %s is not taken: %s", record.key(), e.getMessage());
            return Uni.createFrom().voidItem();
        }
        Origin origin = Origin.of(record, ShownOrder.asInData(shown));
        return shownContents.keep(shown)
                .chain(annotations::newIdentity)
                .map(identity -> new Annotation(identity, origin, shown, submitted, record.completedBy(),
                        record.importedAt()))
                .chain(annotation -> annotations.add(annotation, shown, task.read().split()))
                .chain(() -> slots.recount(record.taskId()));
    }
}
