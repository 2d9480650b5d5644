package org.prefstream.annotation.copies;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tells how far projects are. The counts are kept (see the migration that makes them), so the page can ask after each verdict. */
@ApplicationScoped
public class ProgressQuery {

    private static final String READ = """
            select cast(coalesce(sum(annotations), 0) as bigint), cast(coalesce(sum(skipped), 0) as bigint),
                cast(coalesce(sum(finished), 0) as bigint), cast(coalesce(sum(tasks), 0) as bigint)
            from (select tasks, finished, annotations, skipped from progress where project_id = $1 and annotator in (0, $2)
                union all
                select tasks, finished, annotations, skipped from progress_change where project_id = $1 and annotator in (0, $2)) as counted
            """;

    private final Pool pool;

    ProgressQuery(Pool pool) {
        this.pool = pool;
    }

    /** {@return how far the project is, for one of its annotators} */
    public Uni<Progress> of(long projectId, long annotator) {
        return pool.preparedQuery(READ).execute(Tuple.of(projectId, annotator)).map(rows -> {
            Row row = rows.iterator().next();
            return new Progress(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
        });
    }
}
