package org.prefstream.kit.database;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Tells whoever waits in this process that something has gone on, so that they look at the database at once. It says nothing to
 * other processes, so whoever waits must also look from time to time.
 */
public final class Signal {

    private final Set<Waiting> present = ConcurrentHashMap.newKeySet();

    /** Somebody's wait for the next time that a signal is raised. */
    public final class Waiting {

        private final CompletableFuture<Void> raised = new CompletableFuture<>();

        private Waiting() {
        }

        /** {@return completes when the signal has been raised since this wait began} */
        public Uni<Void> raised() {
            return Uni.createFrom().completionStage(raised);
        }

        /** Ends the wait, which must be done in any case. */
        public void leave() {
            present.remove(this);
        }
    }

    /** {@return a wait that has begun. Begin it before looking: then nothing that happens behind the look is missed} */
    public Waiting begin() {
        Waiting waiting = new Waiting();
        present.add(waiting);
        return waiting;
    }

    /** Lets everybody go on who waits now, on threads of their own. Never blocks. */
    public void raise() {
        for (Waiting one : List.copyOf(present)) {
            if (present.remove(one)) {
                Infrastructure.getDefaultExecutor().execute(() -> one.raised.complete(null));
            }
        }
    }

    /** {@return whether somebody waits now} */
    public boolean isAwaited() {
        return !present.isEmpty();
    }
}
