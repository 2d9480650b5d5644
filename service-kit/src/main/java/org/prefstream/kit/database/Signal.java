package org.prefstream.kit.database;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Tells whoever waits in this process that something has gone on, so that they look at the database at once. It says nothing to
 * other processes, so whoever waits must also look from time to time.
 */
public final class Signal {

    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();

    /**
     * {@return what completes with the next {@link #raise} after this call. Whoever no longer waits for it must {@link #leave}. Ask
     * for it before looking: then nothing that happens behind the look is missed}
     */
    public CompletableFuture<Void> next() {
        CompletableFuture<Void> next = new CompletableFuture<>();
        waiting.add(next);
        return next;
    }

    /** Waits no longer for what {@link #next} has given; nothing happens if it has completed. */
    public void leave(CompletableFuture<Void> next) {
        waiting.remove(next);
    }

    /** Lets everybody go on who waits now, on threads of their own. Never blocks. */
    public void raise() {
        for (CompletableFuture<Void> one : waiting) {
            if (waiting.remove(one)) {
                Infrastructure.getDefaultExecutor().execute(() -> one.complete(null));
            }
        }
    }

    /** {@return whether somebody waits now} */
    public boolean isAwaited() {
        return !waiting.isEmpty();
    }
}
