package org.prefstream.task.project;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** How far projects are. The statements that change tasks and their counts keep the counters, see {@code project_progress}. */
@ApplicationScoped
public class Progress {

    private static final String COUNT = """
            select project_id, sum(tasks), sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths),
                   sum(predictions), cast(extract(epoch from max(judged_at)) * 1000 as bigint)
            from project_progress where project_id = any(cast(?1 as bigint[])) group by project_id
            """;

    /**
     * What Label Studio counts of a project.
     *
     * @param annotations without those that were skipped
     * @param judgedAt when somebody last judged one of its tasks, to the millisecond; null if nobody has
     */
    public record Counts(
            long tasks,
            long finished,
            long annotated,
            long annotations,
            long skipped,
            long groundTruths,
            long predictions,
            @Nullable Instant judgedAt) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, null);

        /** {@return annotations that people made to be counted, not to check others by} */
        long useful() {
            return annotations - groundTruths;
        }
    }

    /** {@return the counts of a project} */
    public Uni<Counts> of(long projectId) {
        return of(List.of(projectId)).map(counts -> counts.getOrDefault(projectId, Counts.NONE));
    }

    /** {@return the counts by project; none for a project that never had tasks} */
    Uni<Map<Long, Counts>> of(Collection<Long> projectIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter(1, projectIds.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> {
                    Map<Long, Counts> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put(number(row[0]),
                            new Counts(number(row[1]), number(row[2]), number(row[3]), number(row[4]), number(row[5]),
                                    number(row[6]), number(row[7]),
                                    row[8] == null ? null : Instant.ofEpochMilli(number(row[8])))));
                    return counts;
                });
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
