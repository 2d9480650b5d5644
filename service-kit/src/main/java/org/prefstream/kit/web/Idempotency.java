package org.prefstream.kit.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Gives the first answer, byte for byte, to a request that is sent again with the same {@code Idempotency-Key}. A repeated
 * request that comes while the first one runs waits for it.
 */
@ApplicationScoped
public class Idempotency {

    private final Transactions transactions;
    private final KeyedRequests requests;

    Idempotency(Transactions transactions, KeyedRequests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    /**
     * What tells a repeated request from a new one.
     *
     * @param key the header {@code Idempotency-Key}; null where the client sent none
     * @param body what was asked; the same key with another body is refused
     */
    public record Request(long personId, String method, String path, @Nullable String key, String body) {

        /** Makes a request out of the fields that were sent. They are written as text only if there is a key. */
        public Request(long personId, String method, String path, @Nullable String key, Fields fields) {
            this(personId, method, path, key, key == null ? "" : fields.canonical());
        }
    }

    /** An HTTP status, and the JSON body as it goes over the wire. */
    public record Answer(int status, String body) {

        /** {@return the answer that carries a value as JSON} */
        public static Answer json(int status, Object value) {
            return new Answer(status, Json.write(value));
        }

        /** {@return the answer as an HTTP response} */
        public Response response() {
            return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
        }
    }

    /**
     * Runs work in a write transaction, once for each key. A refusal is not remembered, because nothing was done.
     *
     * @return the answer; fails with a 409 if the key was used with another body
     * @throws ProblemException 400 if the key is blank or too long
     */
    public Uni<Answer> once(Request request, Supplier<Uni<Answer>> work) {
        Optional<KeyedRequest> keyed = requests.of(request);
        return transactions.write(() -> keyed.isPresent() ? once(keyed.get(), work) : work.get());
    }

    private static Uni<Answer> once(KeyedRequest keyed, Supplier<Uni<Answer>> work) {
        return change(KeyedRequest.CLAIM, keyed.claim()).chain(claimed -> claimed == 0
                ? recall(keyed)
                : work.get().call(answer -> change(KeyedRequest.KEEP, keyed.kept(answer))));
    }

    private static Uni<Answer> recall(KeyedRequest keyed) {
        return session()
                .chain(session -> with(session.createNativeQuery(KeyedRequest.RECALL, Object[].class), keyed.identity())
                        .getSingleResult())
                .map(row -> keyed.given(row[0], row[1], row[2]));
    }

    private static Uni<Integer> change(String sql, List<Object> parameters) {
        return session().chain(session -> with(session.createNativeQuery(sql), parameters).executeUpdate());
    }

    private static <Q extends Mutiny.AbstractQuery> Q with(Q query, List<Object> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    /** Answers are kept for a day. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> forgetOldAnswers() {
        return transactions.write(() -> session().chain(session -> session
                .createNativeQuery("delete from idempotent_answer where recorded_at < now() - interval '24 hours'")
                .executeUpdate())).replaceWithVoid();
    }
}
