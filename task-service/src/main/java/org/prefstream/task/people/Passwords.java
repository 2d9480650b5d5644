package org.prefstream.task.people;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.CallersContext;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;

/**
 * Hashes and checks passwords with bcrypt, on threads of their own: the work is heavy on purpose. Only so many wait for these
 * threads as are done within seconds. What people change who are logged in does not wait behind those who log in.
 */
@ApplicationScoped
public class Passwords {

    private static final int SHORTEST = 8;
    /** What bcrypt looks at; a longer password would be cut silently. */
    private static final int MOST_BYTES = 72;
    private static final int WAITING_MAX = 64;
    /** One client alone does not keep all others out. */
    private static final int OF_ONE_CLIENT_MAX = WAITING_MAX / 2;

    private final ExecutorService checking = threads("password-checks", 2);
    private final ExecutorService hashing = threads("password-hashes", 1);
    private final Map<String, Integer> checksByClient = new ConcurrentHashMap<>();
    private final int cost;
    private final String hashOfNobody;

    Passwords(PeopleConfig config) {
        cost = config.passwordCost();
        hashOfNobody = BcryptUtil.bcryptHash("nobody", cost);
    }

    private static ExecutorService threads(String name, int count) {
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** {@return the hash to store; refuses what {@link #requireUsable} refuses} */
    public Uni<String> hash(String password) {
        requireUsable(password);
        return on(hashing, () -> BcryptUtil.bcryptHash(password, cost));
    }

    /** Refuses with a 400 passwords that are too short or longer than bcrypt looks at. */
    static void requireUsable(String password) {
        if (password.length() < SHORTEST) {
            throw ProblemException.invalid("password", "must have at least " + SHORTEST + " characters");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw ProblemException.invalid("password", "must have at most " + MOST_BYTES + " bytes in UTF-8");
        }
    }

    /**
     * {@return whether the password is the one; takes as long for an empty hash, which nothing matches. It fails with a 503 if
     * too many wait already, and with a 429 if too many of the same client do}
     */
    Uni<Boolean> matches(String password, String hash, String clientAddress) {
        return Uni.createFrom().deferred(() -> {
            takePlace(clientAddress);
            return on(checking, () -> {
                try {
                    return isEqual(password, hash);
                } finally {
                    leavePlace(clientAddress);
                }
            }).onFailure(ProblemException.class).invoke(() -> leavePlace(clientAddress));
        });
    }

    /** The work ends although whoever waits for it may hang up. */
    private static <T> Uni<T> on(ExecutorService threads, Supplier<T> work) {
        return CallersContext
                .returning(Uni.createFrom().completionStage(() -> CompletableFuture.supplyAsync(work, threads)))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new ProblemException(ProblemType.OVERLOADED,
                        "More passwords wait to be checked than can be checked soon. Try again in a moment."));
    }

    private boolean isEqual(String password, String hash) {
        boolean equal = BcryptUtil.matches(password, hash.isEmpty() ? hashOfNobody : hash);
        return equal && !hash.isEmpty();
    }

    private void takePlace(String clientAddress) {
        if (checksByClient.merge(clientAddress, 1, Integer::sum) > OF_ONE_CLIENT_MAX) {
            leavePlace(clientAddress);
            throw new ProblemException(ProblemType.TOO_MANY_ATTEMPTS,
                    "Too many people log in from your network at once. Wait a moment and try again.");
        }
    }

    private void leavePlace(String clientAddress) {
        checksByClient.computeIfPresent(clientAddress, (same, places) -> places == 1 ? null : places - 1);
    }

    @PreDestroy
    void stop() {
        checking.shutdown();
        hashing.shutdown();
    }
}
