package org.prefstream.export.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** When the last rows of the dataset arrived, and how long they had been on their way. */
@ApplicationScoped
public class LastRows {

    /**
     * A position is a time in microseconds ({@link RowChanges}). Those that rows were given later on are no times. Imported judgements
     * were made elsewhere, and say nothing of the way.
     */
    private static final String SELECT = """
            select row.position,
                case when cast(annotation.record as json) ->> 'import_key' is null
                    then cast(row.record as json) ->> 'submitted_at' end
            from (select position, annotation_id, record from preference_copy
                  where stream_project_id = $1 and position > 1000000000000000 order by position desc limit 100) row
                left join annotation_copy annotation using (annotation_id)
            order by row.position desc
            """;
    private static final long MICROS = 1_000_000;

    private final Pool pool;

    LastRows(Pool pool) {
        this.pool = pool;
    }

    /** {@return the arrivals of a project's last rows} */
    public Uni<Arrived> of(long projectId) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(projectId)).map(LastRows::read);
    }

    private static Arrived read(RowSet<Row> rows) {
        @Nullable
        Instant last = null;
        List<Long> lags = new ArrayList<>();
        for (Row row : rows) {
            Instant arrived = Instant.ofEpochSecond(row.getLong(0) / MICROS, row.getLong(0) % MICROS * 1_000);
            last = last == null ? arrived : last;
            String submitted = row.getString(1);
            if (submitted != null) {
                lags.add(Math.max(0, arrived.toEpochMilli() - Instant.parse(submitted).toEpochMilli()));
            }
        }
        lags.sort(null);
        return new Arrived(last, lags.isEmpty() ? null : lags.get(lags.size() / 2));
    }

    /**
     * How rows arrived.
     *
     * @param last when the last change of a row did; null if there is none
     * @param lagMillis the median time from submit to copy; null where nobody knows
     */
    public record Arrived(@Nullable Instant last, @Nullable Long lagMillis) {
    }
}
