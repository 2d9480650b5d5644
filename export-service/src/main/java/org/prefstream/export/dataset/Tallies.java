package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** How often what was said in a project, as the copies have it. The triggers of annotation_copy and preference_copy count it. */
@ApplicationScoped
public class Tallies {

    /** Hours become days where there are many, so that the answer is short however long a project lasts. */
    private static final String OF_PROJECT = """
            with counted as (
                select annotator_id, kind, value, count from tally where project_id = $1
                union all
                select annotator_id, kind, value, count from tally_change where project_id = $1),
            timed as (
                select annotator_id, kind, cast(value as int) as hour, sum(count) as count from counted
                where kind in ('judged', 'skipped') group by 1, 2, 3 having sum(count) > 0),
            span as (select coalesce(max(hour) - min(hour), 0) >= %d as is_long from timed)
            select annotator_id, kind, value, sum(count), null from counted where kind not in ('judged', 'skipped')
            group by annotator_id, kind, value having sum(count) > 0
            union all
            select annotator_id, kind, cast(case when is_long then hour / 24 * 24 else hour end as text), sum(count), max(hour)
            from timed cross join span group by 1, 2, 3
            order by 1, 2, 3
            """
            .formatted(Tally.HOURS_MAX);
    private static final String ARE_WHOLE = """
            select not exists (select from annotation_copy where project_id = $1 and judged_hour is null and not deleted)
                and not exists (select from preference_copy where project_id = $1 and longer is null and not deleted)
            """;

    private final Pool pool;

    Tallies(Pool pool) {
        this.pool = pool;
    }

    /** {@return all tallies of a project} */
    public Uni<List<Tally>> of(long projectId) {
        return pool.preparedQuery(OF_PROJECT).execute(Tuple.of(projectId)).map(Tallies::read);
    }

    /** {@return whether every copy of the project is counted: those that a former version made are counted bit by bit} */
    public Uni<Boolean> areWhole(long projectId) {
        return pool.preparedQuery(ARE_WHOLE)
                .execute(Tuple.of(projectId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static List<Tally> read(RowSet<Row> rows) {
        List<Tally> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(new Tally(row.getLong(0), row.getString(1), row.getString(2), row.getLong(3), row.getInteger(4)));
        }
        return found;
    }

    /**
     * How often something was said.
     *
     * @param annotatorId by whom; 0 where that is not counted
     * @param kind {@code judged} and {@code skipped} by hour, {@code lead} by bucket, {@code outcome} of a pair by value,
     *        {@code side} of the preferred answer, {@code row} by which answer is longer, {@code unit} by its counts
     * @param value an hour is that of the day's beginning where the project has judgements of more than {@link #HOURS_MAX} hours
     * @param lastHour the last hour in which it was said; null where that is not counted
     */
    public record Tally(long annotatorId, String kind, String value, long count, @Nullable Integer lastHour) {

        /** Over so many hours they are counted one by one. */
        public static final int HOURS_MAX = 72;

        /** {@return how often each value of a kind was said, by those whom the filter lets through} */
        public static Map<String, Long> byValue(List<Tally> all, String kind, Predicate<Tally> filter) {
            Map<String, Long> counts = new TreeMap<>();
            all.stream()
                    .filter(tally -> tally.kind.equals(kind) && filter.test(tally))
                    .forEach(tally -> counts.merge(tally.value, tally.count, Long::sum));
            return counts;
        }
    }
}
