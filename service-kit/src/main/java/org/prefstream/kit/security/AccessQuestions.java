package org.prefstream.kit.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.projection.Peers;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/**
 * Asks task-service whose a secret is, and keeps the answer in the copy. Requests that show the same secret share a question.
 * Secrets that this service has never seen may be guesses, so only a few of them are asked about at a time.
 */
@ApplicationScoped
class AccessQuestions {

    private static final int STRANGERS_MAX = 32;

    private final Peers peers;
    private final AccessCopy copy;
    private final RecentPeople recent;
    private final Map<String, Uni<Boolean>> running = new ConcurrentHashMap<>();
    private final AtomicInteger strangers = new AtomicInteger();

    AccessQuestions(Peers peers, AccessCopy copy, RecentPeople recent) {
        this.peers = peers;
        this.copy = copy;
        this.recent = recent;
    }

    /** {@return whether somebody has the secret, once the copy says so, too; fails with a 503 if task-service does not answer} */
    Uni<Boolean> bring(String sha256) {
        return CallersContext.returning(Uni.createFrom()
                .deferred(() -> running.computeIfAbsent(sha256,
                        hash -> Uni.createFrom()
                                .deferred(() -> ask(hash))
                                .onTermination()
                                .invoke(() -> running.remove(hash))
                                .memoize()
                                .indefinitely())));
    }

    /** Does the same for a secret that the copy does not know. It fails with a 503 if too many of those are asked about now. */
    Uni<Boolean> bringUnknown(String sha256) {
        return Uni.createFrom().deferred(() -> {
            if (strangers.incrementAndGet() > STRANGERS_MAX) {
                strangers.decrementAndGet();
                throw new ProblemException(ProblemType.OVERLOADED,
                        "Too many tokens that nobody knows here are being looked up. Send this request again in a moment.");
            }
            return bring(sha256).onTermination().invoke(strangers::decrementAndGet);
        });
    }

    private Uni<Boolean> ask(String sha256) {
        long changes = recent.changes();
        return peers.askOwner("task", "access/" + sha256, AccessRecord.class)
                .chain(owned -> owned.isEmpty()
                        ? Uni.createFrom().item(false).invoke(() -> recent.keepStranger(sha256, changes))
                        : copy.take(owned.get()).replaceWith(true));
    }
}
