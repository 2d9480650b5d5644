package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Arrivals;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.WithdrawnAnnotations;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Withdraws the annotations of tasks, as task-service asks for somebody who may: all of them in one transaction, with what people
 * have begun of these tasks. Asked again it finds nothing left.
 */
@ApplicationScoped
class WithdrawAnnotationsRoute implements InternalRoute {

    private static final int TASKS_MAX = 1_000;
    private static final String LOCK = """
            select task_id from task_slot where project_id = ?1 and task_id = any (cast(?2 as bigint[]))
            order by task_id for update
            """;

    private final Annotations annotations;
    private final ImportedAnnotations imported;
    private final Drafts drafts;
    private final Slots slots;
    private final Transactions transactions;

    WithdrawAnnotationsRoute(Annotations annotations, ImportedAnnotations imported, Drafts drafts, Slots slots,
            Transactions transactions) {
        this.annotations = annotations;
        this.imported = imported;
        this.drafts = drafts;
        this.slots = slots;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "projects/:id/annotations/withdrawal";
    }

    /** {@return how many annotations were withdrawn; 404 if the project's number is none} */
    @Override
    public Uni<@Nullable WithdrawnAnnotations> answer(Map<String, String> parameters, String body) {
        Optional<Long> project = InternalRoute.id(parameters, "id");
        Fields asked = Fields.of(body);
        List<Long> tasks = tasks(asked);
        Long author = asked.whole("annotator").orElse(null);
        return project.isPresent()
                ? transactions.write(() -> withdraw(project.get(), tasks, author))
                : Uni.createFrom().nullItem();
    }

    private Uni<WithdrawnAnnotations> withdraw(long project, List<Long> tasks, @Nullable Long author) {
        return Arrivals.oneAfterAnother()
                .chain(() -> lock(project, tasks))
                .chain(locked -> locked.isEmpty()
                        ? Uni.createFrom().item(new WithdrawnAnnotations(0))
                        : withdraw(locked, author));
    }

    private static Uni<List<Long>> lock(long project, List<Long> tasks) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, project)
                        .setParameter(2, tasks.toArray(Long[]::new))
                        .getResultList());
    }

    private Uni<WithdrawnAnnotations> withdraw(List<Long> locked, @Nullable Long author) {
        return annotations.ofTasks(locked, author)
                .call(annotations::withdraw)
                .call(() -> drafts.goneWithJudgements(locked, author))
                .call(gone -> imported.uniqueIdsGone(gone.stream().map(Annotation::uniqueId).toList()))
                .call(gone -> slots.recountWithout(gone.stream().map(Annotation::taskId).distinct().toList()))
                .map(gone -> new WithdrawnAnnotations(gone.size()));
    }

    private static List<Long> tasks(Fields asked) {
        if (asked.json("tasks").orElse(List.of()) instanceof List<?> list && list.size() <= TASKS_MAX
                && list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)) {
            return list.stream().map(id -> ((Number) id).longValue()).toList();
        }
        throw ProblemException.invalid("tasks", "must be a list of tasks' ids, " + TASKS_MAX + " at most");
    }
}
