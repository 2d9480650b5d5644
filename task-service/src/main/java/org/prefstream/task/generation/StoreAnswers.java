package org.prefstream.task.generation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.task.generation.Questions.Given;
import org.prefstream.task.task.CompleteTask;
import org.prefstream.task.task.CompleteTask.Completion;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Puts a task's answers into it, all of them in one transaction, and counts it. */
@ApplicationScoped
class StoreAnswers {

    private static final String COUNT = """
            update generation_run set done = done + 1, identical = identical + ?2 where id = ?1
            """;
    private static final String MARK = """
            update generated_answer set identical = true where run_id = ?1 and task_id = ?2 and candidate = any (cast(?3 as int[]))
            """;

    private final Transactions transactions;
    private final CompleteTask completeTask;

    StoreAnswers(Transactions transactions, CompleteTask completeTask) {
        this.transactions = transactions;
        this.completeTask = completeTask;
    }

    /** {@return what the task would still miss, so that nothing was changed; null if it is done, or was done before}; blocks */
    @Nullable
    String in(HeldRun run, long task, AnswerPlaces places, Map<Integer, Given> given) {
        Set<Integer> identical = new HashSet<>();
        return transactions.write(() -> completeTask.now(task, run.by(), data -> {
            identical.clear();
            identical.addAll(places.identical(data, given));
            return places.filled(data, given);
        }).call(completion -> completion.done() ? count(run.id(), task, identical) : Uni.createFrom().voidItem()))
                .map(Completion::flaw)
                .await()
                .indefinitely();
    }

    private static Uni<Integer> count(long run, long task, Set<Integer> identical) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MARK)
                        .setParameter(1, run)
                        .setParameter(2, task)
                        .setParameter(3, identical.toArray(new Integer[0]))
                        .executeUpdate()
                        .chain(marked -> session.createNativeQuery(COUNT)
                                .setParameter(1, run)
                                .setParameter(2, marked > 0 ? 1 : 0)
                                .executeUpdate()));
    }
}
