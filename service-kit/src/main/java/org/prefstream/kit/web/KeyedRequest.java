package org.prefstream.kit.web;

import java.util.List;

import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * A request with an {@code Idempotency-Key}, as the table of answers knows it. The key is claimed before the work and in the
 * transaction of the work, so that an equal request which runs at the same time waits.
 *
 * @param key the {@code Idempotency-Key}
 * @param mac of the request's body, by {@link KeyedRequests}
 */
public record KeyedRequest(Request request, String key, String mac) {

    /** Takes {@link #claim()}. It changes one row for the first request that claims the key, and none for the others. */
    static final String CLAIM = """
            insert into idempotent_answer (person_id, method, path, key, body_mac) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    /** Takes {@link #kept}. */
    static final String KEEP = """
            update idempotent_answer set status = ?, body = ? where person_id = ? and method = ? and path = ? and key = ?
            """;
    /** Takes {@link #identity()}, and selects what {@link #given} takes. */
    static final String RECALL = """
            select body_mac, status, body from idempotent_answer
            where person_id = ? and method = ? and path = ? and key = ?
            """;

    List<Object> claim() {
        return List.of(request.personId(), request.method(), request.path(), key, mac);
    }

    List<Object> kept(Answer answer) {
        return List.of(answer.status(), answer.body(), request.personId(), request.method(), request.path(), key);
    }

    List<Object> identity() {
        return List.of(request.personId(), request.method(), request.path(), key);
    }

    /**
     * {@return the answer that was given before; refused if the key came with another body}
     *
     * @param firstMac empty where it was given before bodies were noted in this way; then any body is taken
     */
    Answer given(Object firstMac, Object status, Object body) {
        if (!firstMac.equals("") && !firstMac.equals(mac)) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another body before. Use a new key for a new request.");
        }
        return new Answer((Integer) status, (String) body);
    }
}
