package org.prefstream.kit.idempotency;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.problem.ProblemException;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.transaction.Transactions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Gives the first answer, byte for byte, to a request that is sent again with the same {@code Idempotency-Key}. The key is
 * inserted first, in the transaction that does the work: an equal request that runs at the same time waits for it.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 255;

    private final Transactions transactions;

    Idempotency(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What tells a repeated request from a new one.
     *
     * @param key the header {@code Idempotency-Key}; null where the client sent none
     * @param body what was asked; the same key with another body is a mistake
     */
    public record Request(long personId, String method, String path, @Nullable String key, String body) {
    }

    /** A status and a body as it goes over the wire. */
    public record Answer(int status, String body) {

        /** {@return the answer that carries a value as JSON} */
        public static Answer json(int status, Object value) {
            return new Answer(status, Json.write(value));
        }
    }

    /** Runs work in a write transaction, once for each key. Refusals are not remembered: nothing was done. */
    public Uni<Answer> once(Request request, Supplier<Uni<Answer>> work) {
        String key = request.key();
        if (key == null) {
            return transactions.write(work);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
        String sha256 = Hashes.sha256(request.body());
        return transactions.write(() -> claim(request, key, sha256).chain(claimed -> claimed
                ? work.get().call(answer -> remember(request, key, answer))
                : recall(request, key, sha256)));
    }

    private static Uni<Boolean> claim(Request request, String key, String sha256) {
        return session().chain(session -> identified(session.createNativeQuery("""
                insert into idempotent_answer (person_id, method, path, key, body_sha256) values (?1, ?2, ?3, ?4, ?5)
                on conflict do nothing
                """), request, key).setParameter(5, sha256).executeUpdate()).map(inserted -> inserted == 1);
    }

    private static Uni<Void> remember(Request request, String key, Answer answer) {
        return session().chain(session -> identified(session.createNativeQuery("""
                update idempotent_answer set status = ?5, body = ?6
                where person_id = ?1 and method = ?2 and path = ?3 and key = ?4
                """), request, key).setParameter(5, answer.status()).setParameter(6, answer.body()).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Answer> recall(Request request, String key, String sha256) {
        return session().chain(session -> session.createNativeQuery("""
                select body_sha256, status, body from idempotent_answer
                where person_id = ?1 and method = ?2 and path = ?3 and key = ?4
                """, Object[].class)
                .setParameter(1, request.personId()).setParameter(2, request.method())
                .setParameter(3, request.path()).setParameter(4, key)
                .getResultList()).map(rows -> answer(rows, sha256));
    }

    private static Answer answer(List<Object[]> rows, String sha256) {
        Object[] row = rows.get(0);
        if (!row[0].equals(sha256)) {
            throw new ProblemException(409, "idempotency-key-reused", "Idempotency-Key was used before",
                    "This Idempotency-Key came with another body before. Use a new key for a new request.");
        }
        return new Answer((Integer) row[1], (String) row[2]);
    }

    private static Mutiny.MutationQuery identified(Mutiny.MutationQuery query, Request request, String key) {
        return query.setParameter(1, request.personId()).setParameter(2, request.method())
                .setParameter(3, request.path()).setParameter(4, key);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    /** Answers are kept for a day. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> forgetOldAnswers() {
        return transactions.write(() -> session().chain(session -> session.createNativeQuery(
                "delete from idempotent_answer where recorded_at < now() - interval '24 hours'").executeUpdate()))
                .replaceWithVoid();
    }
}
