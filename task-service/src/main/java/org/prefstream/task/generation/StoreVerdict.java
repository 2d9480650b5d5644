package org.prefstream.task.generation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.task.task.PredictionContent;
import org.prefstream.task.task.WritePredictions;
import org.prefstream.task.task.WritePredictions.SentPrediction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Stores a judge model's verdict as a prediction of its task, names the words that it came of, and counts it, in one transaction. */
@ApplicationScoped
class StoreVerdict {

    private static final String NAME = """
            update generated_answer set prediction_id = ?3 where run_id = ?1 and task_id = ?2 and prediction_id is null
            """;
    private static final String COUNT = """
            update generation_run set done = done + 1, contradicted = contradicted + ?2 where id = ?1
            """;

    private final Transactions transactions;
    private final WritePredictions write;

    StoreVerdict(Transactions transactions, WritePredictions write) {
        this.transactions = transactions;
        this.write = write;
    }

    /** {@return why it cannot be stored; null if it is, or was before} Blocks. */
    @Nullable
    String of(HeldRun run, long task, String result, JudgeVerdict verdict) {
        PredictionContent content = new PredictionContent(result, verdict.score(), run.version());
        Uni<Optional<String>> flaw = transactions
                .write(() -> write.add(List.of(new SentPrediction(task, content)), StoreVerdict::requireTask, run.by())
                        .chain(added -> count(run.id(), task, added.get(0), verdict)))
                .replaceWith(Optional.<String>empty())
                .onFailure(Known.class)
                .recoverWithItem(Optional.empty())
                .onFailure(ProblemException.class)
                .recoverWithItem(refused -> Optional.of(refused.detail()));
        return flaw.await().indefinitely().orElse(null);
    }

    private static void requireTask(int place, @Nullable Long projectId) {
        if (projectId == null) {
            throw new Known();
        }
    }

    private static Uni<Integer> count(long run, long task, PredictionView added, JudgeVerdict verdict) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NAME)
                        .setParameter(1, run)
                        .setParameter(2, task)
                        .setParameter(3, added.id())
                        .executeUpdate()
                        .invoke(StoreVerdict::requireNamed)
                        .chain(named -> session.createNativeQuery(COUNT)
                                .setParameter(1, run)
                                .setParameter(2, verdict.isContradicted() ? 1 : 0)
                                .executeUpdate()));
    }

    /** The task is locked by now, so whoever comes second finds the words taken, and takes its prediction back. */
    private static void requireNamed(int named) {
        if (named == 0) {
            throw new Known();
        }
    }

    /** There is nothing to store: another replica did, or the task is gone. */
    private static final class Known extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Known() {
            super("nothing to store", null, false, false);
        }
    }
}
