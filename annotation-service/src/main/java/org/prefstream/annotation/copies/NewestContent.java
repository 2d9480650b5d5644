package org.prefstream.annotation.copies;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Makes sure that a judgement is refused by what its task and project are now, not by a copy that is behind. It asks their owner,
 * and is for refusals alone, which are rare.
 */
@ApplicationScoped
public class NewestContent {

    private static final String REVISIONS = """
            select t.project_id, t.revision, p.revision from task_copy t left join project_copy p using (project_id)
            where t.task_id = $1
            """;

    private final Pool pool;
    private final Peers peers;
    private final Projector projector;
    private final TaskProjection tasks;
    private final ProjectProjection projects;

    NewestContent(Pool pool, Peers peers, Projector projector, TaskProjection tasks, ProjectProjection projects) {
        this.pool = pool;
        this.peers = peers;
        this.projector = projector;
        this.tasks = tasks;
        this.projects = projects;
    }

    private record Known(long project, long taskRevision, long projectRevision) {

        static Known of(Row row) {
            Long project = row.getLong(2);
            return new Known(row.getLong(0), row.getLong(1), project == null ? 0 : project);
        }
    }

    /** Brings the task and its project as their owner has them now; fails with a 503 if the owner does not answer. */
    public Uni<Void> bring(long taskId) {
        return pool.preparedQuery(REVISIONS)
                .execute(Tuple.of(taskId))
                .map(rows -> rows.size() == 0 ? Optional.<Known>empty() : Optional.of(Known.of(rows.iterator().next())))
                .chain(known -> known.isEmpty() ? Uni.createFrom().voidItem() : bring(taskId, known.get()));
    }

    private Uni<Void> bring(long taskId, Known known) {
        Uni<Void> project = peers.askOwner("task", "projects/" + known.project(), ProjectRecord.class)
                .chain(owned -> owned.isPresent() && owned.get().revision() > known.projectRevision()
                        ? projector.apply(projects, owned.get())
                        : Uni.createFrom().voidItem());
        Uni<Void> task = peers.askOwner("task", "tasks/" + taskId, TaskRecord.class)
                .chain(owned -> owned.isPresent() && owned.get().revision() > known.taskRevision()
                        ? projector.apply(tasks, owned.get())
                        : Uni.createFrom().voidItem());
        return project.chain(() -> task);
    }
}
