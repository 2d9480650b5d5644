package org.prefstream.annotation.submission;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.kit.projection.WithdrawnAnnotations;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Withdraws annotations of tasks with all that followed from them, in the transaction of the caller. Leases stay, so that nobody
 * loses what they are at. Asked again it finds nothing left.
 */
@ApplicationScoped
class WithdrawFromTasks {

    private static final int TASKS_MAX = 1_000;
    private static final String LOCK = """
            select task_id from task_slot where project_id = ?1 and task_id = any (cast(?2 as bigint[]))
            order by task_id for update
            """;

    private final Annotations annotations;
    private final ImportedAnnotations imported;
    private final Drafts drafts;
    private final Slots slots;

    WithdrawFromTasks(Annotations annotations, ImportedAnnotations imported, Drafts drafts, Slots slots) {
        this.annotations = annotations;
        this.imported = imported;
        this.drafts = drafts;
        this.slots = slots;
    }

    /**
     * Of which tasks of a project annotations are withdrawn.
     *
     * @param by who asks for it; null where task-service does not say it
     */
    record Asked(long projectId, List<Long> tasks, @Nullable Long by) {

        /** @throws ProblemException 400 if that is no list of tasks */
        static Asked of(long projectId, Fields sent) {
            return new Asked(projectId, tasks(sent), sent.whole("by").orElse(null));
        }

        private static List<Long> tasks(Fields sent) {
            if (sent.json("tasks").orElse(List.of()) instanceof List<?> list && list.size() <= TASKS_MAX
                    && list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)) {
                return list.stream().map(id -> ((Number) id).longValue()).toList();
            }
            throw ProblemException.invalid("tasks", "must be a list of tasks' ids, " + TASKS_MAX + " at most");
        }
    }

    /** Withdraws all annotations, or those of one author, and what people have begun of these tasks. */
    Uni<WithdrawnAnnotations> all(Asked asked, @Nullable Long author) {
        return withdraw(asked,
                locked -> annotations.ofTasks(locked, author).call(() -> drafts.goneWithJudgements(locked, author)));
    }

    /** Withdraws skips, and what would have become of them. */
    Uni<WithdrawnAnnotations> skips(Asked asked) {
        return withdraw(asked, locked -> annotations.skipsOf(locked)
                .call(skips -> drafts.goneWithAnnotations(locked, skips.stream().map(Annotation::id).toList())));
    }

    private Uni<WithdrawnAnnotations> withdraw(Asked asked, Function<List<Long>, Uni<List<Annotation>>> find) {
        return Arrivals.oneAfterAnother()
                .chain(() -> lock(asked))
                .chain(locked -> locked.isEmpty() ? Uni.createFrom().item(List.<Annotation>of()) : find.apply(locked))
                .call(gone -> annotations.withdraw(gone, AnnotationChanges.Kind.WITHDRAWN, asked.by()))
                .call(this::goesWith)
                .map(gone -> new WithdrawnAnnotations(gone.size()));
    }

    private Uni<Void> goesWith(List<Annotation> gone) {
        return imported.uniqueIdsGone(gone.stream().map(Annotation::uniqueId).toList())
                .chain(() -> slots.recountWithout(gone.stream().map(Annotation::taskId).distinct().toList()));
    }

    private static Uni<List<Long>> lock(Asked asked) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, asked.projectId())
                        .setParameter(2, asked.tasks().toArray(Long[]::new))
                        .getResultList());
    }
}
