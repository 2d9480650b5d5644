package org.prefstream.task.people;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;

/** Hashes and checks passwords with bcrypt, on threads of their own: the work is heavy on purpose. */
@ApplicationScoped
public class Passwords {

    private static final int SHORTEST = 8;
    /** What bcrypt looks at; a longer password would be cut silently. */
    private static final int MOST_BYTES = 72;
    private static final int THREADS = 2;

    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "passwords");
        thread.setDaemon(true);
        return thread;
    });
    private final int cost;
    private final String hashOfNobody;

    Passwords(PeopleConfig config) {
        cost = config.passwordCost();
        hashOfNobody = BcryptUtil.bcryptHash("nobody", cost);
    }

    /** {@return the hash to store; refuses passwords that are too short or longer than bcrypt looks at} */
    public Uni<String> hash(String password) {
        if (password.length() < SHORTEST) {
            throw ProblemException.invalid("password", "must have at least " + SHORTEST + " characters");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw ProblemException.invalid("password", "must have at most " + MOST_BYTES + " bytes in UTF-8");
        }
        return Uni.createFrom().item(() -> BcryptUtil.bcryptHash(password, cost)).runSubscriptionOn(workers);
    }

    /** {@return whether the password is the one; takes as long for an empty hash, which nothing matches} */
    Uni<Boolean> matches(String password, String hash) {
        return Uni.createFrom().item(() -> {
            boolean equal = BcryptUtil.matches(password, hash.isEmpty() ? hashOfNobody : hash);
            return equal && !hash.isEmpty();
        }).runSubscriptionOn(workers);
    }

    @PreDestroy
    void stop() {
        workers.shutdown();
    }
}
