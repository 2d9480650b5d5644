package org.prefstream.kit.web;

import java.util.List;
import java.util.Optional;

import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * A request with an {@code Idempotency-Key}, as the table of answers knows it. The key is claimed before the work and in the
 * transaction of the work, so that an equal request which runs at the same time waits.
 *
 * @param key the {@code Idempotency-Key}
 * @param sha256 hash of the request's body
 */
public record KeyedRequest(Request request, String key, String sha256) {

    /** Takes {@link #claim()}. It changes one row for the first request that claims the key, and none for the others. */
    static final String CLAIM = """
            insert into idempotent_answer (person_id, method, path, key, body_sha256) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    /** Takes {@link #kept}. */
    static final String KEEP = """
            update idempotent_answer set status = ?, body = ? where person_id = ? and method = ? and path = ? and key = ?
            """;
    /** Takes {@link #identity()}, and selects what {@link #given} takes. */
    static final String RECALL = """
            select body_sha256, status, body from idempotent_answer
            where person_id = ? and method = ? and path = ? and key = ?
            """;

    private static final int LONGEST_KEY = 255;

    /** {@return the request, if it has a key} */
    public static Optional<KeyedRequest> of(Request request) {
        String key = request.key();
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
        return Optional.of(new KeyedRequest(request, key, Hashes.sha256(request.body())));
    }

    List<Object> claim() {
        return List.of(request.personId(), request.method(), request.path(), key, sha256);
    }

    List<Object> kept(Answer answer) {
        return List.of(answer.status(), answer.body(), request.personId(), request.method(), request.path(), key);
    }

    List<Object> identity() {
        return List.of(request.personId(), request.method(), request.path(), key);
    }

    /** {@return the answer that was given before; refused if the key came with another body} */
    Answer given(Object firstSha256, Object status, Object body) {
        if (!firstSha256.equals(sha256)) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another body before. Use a new key for a new request.");
        }
        return new Answer((Integer) status, (String) body);
    }
}
