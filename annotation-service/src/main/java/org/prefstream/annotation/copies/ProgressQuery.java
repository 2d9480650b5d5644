package org.prefstream.annotation.copies;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Counts how far projects are. Indexes serve every count, so the page can ask after each verdict. */
@ApplicationScoped
public class ProgressQuery {

    private static final String COUNT = """
            select (select count(*) from annotation where project_id = $1 and completed_by = $2),
                (select count(*) from task_slot where project_id = $1 and finished),
                (select count(*) from task_slot where project_id = $1)
            """;

    private final Pool pool;

    ProgressQuery(Pool pool) {
        this.pool = pool;
    }

    /** {@return how far the project is, for one of its annotators} */
    public Uni<Progress> of(long projectId, long annotator) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(projectId, annotator)).map(rows -> {
            Row row = rows.iterator().next();
            return new Progress(row.getLong(0), row.getLong(1), row.getLong(2));
        });
    }
}
