package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** How often what was said in a project, as the copies have it. The triggers of annotation_copy and preference_copy count it. */
@ApplicationScoped
public class Tallies {

    /**
     * Hours become days where there are many, so that the answer is short however long a project lasts. Nobody reads the hours then, except
     * those of each person's last day. The plan is the same whatever the statistics of these tables say, which are older than a burst of
     * changes: it has sums by hash, and index look-ups for each person.
     */
    private static final String OF_PROJECT = """
            with counted as materialized (
                select annotator_id, kind, value, sum(count) as count from (
                    select annotator_id, kind, value, count from tally
                    where project_id = $1
                        and kind = any (array['judged_day', 'skipped_day', 'lead', 'outcome', 'side', 'row', 'unit'])
                    union all
                    select annotator_id, kind, value, count from tally_change
                    where project_id = $1 and kind <> all (array['judged', 'skipped'])) said
                group by 1, 2, 3 having sum(count) > 0),
            days as materialized (
                select annotator_id, left(kind, -4) as kind, cast(value as int) as day, count,
                    max(cast(value as int)) over (partition by annotator_id, kind) as last_day
                from counted where kind in ('judged_day', 'skipped_day')),
            span as materialized (select coalesce(max(day) - min(day), 0) >= %d as is_long from days),
            hours as materialized (
                select annotator_id, kind, cast(value as int) as hour, sum(count) as count from (
                    select said.annotator_id, said.kind, said.value, said.count
                    from span, days, lateral (
                        select annotator_id, kind, value, count from tally
                        where project_id = $1 and kind = days.kind and annotator_id = days.annotator_id
                            and value = any (array(select cast(24 * days.day + i as text) from generate_series(0, 23) i))
                        offset 0) said -- so that no join of whole tables comes of it
                    where days.day = days.last_day or not span.is_long
                    union all
                    select annotator_id, kind, value, count from tally_change
                    where project_id = $1 and kind in ('judged', 'skipped')) said
                group by 1, 2, 3 having sum(count) > 0)
            select annotator_id, kind, value, count from counted where kind not in ('judged_day', 'skipped_day')
            union all
            select annotator_id, kind, cast(24 * day as text), count from days where (select is_long from span)
            union all
            select annotator_id, kind, cast(hour as text), count from hours where not (select is_long from span)
            union all
            select annotator_id, 'last', cast(max(hour) as text), 1 from hours group by 1
            order by 1, 2, 3
            """
            .formatted(Tally.HOURS_MAX / 24);
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
            found.add(new Tally(row.getLong(0), row.getString(1), row.getString(2), row.getLong(3)));
        }
        return found;
    }

    /**
     * How often something was said.
     *
     * @param annotatorId by whom; 0 where that is not counted
     * @param kind {@code judged} and {@code skipped} by hour, {@code last} with the last hour in which somebody did either, {@code lead} by
     *        bucket, {@code outcome} of a pair by value, {@code side} of the preferred answer, {@code row} by which answer is longer,
     *        {@code unit} by its counts
     * @param value an hour is that of the day's beginning where the project has judgements of more than {@link #HOURS_MAX} hours
     */
    public record Tally(long annotatorId, String kind, String value, long count) {

        /** Over so many hours, which are whole days, they are counted one by one. */
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
