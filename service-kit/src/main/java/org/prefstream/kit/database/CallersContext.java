package org.prefstream.kit.database;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings an outcome back to the Vert.x context of the caller, which carries the request and its scope. */
public final class CallersContext {

    private CallersContext() {
    }

    /** {@return the outcome of work on a worker thread, for what would hold up people's requests on the event loop} */
    public static <T> Uni<T> onWorker(Supplier<T> work) {
        return returning(Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /** {@return the same outcome, emitted on the context that subscribes, if that is an event loop's} */
    public static <T> Uni<T> returning(Uni<T> elsewhere) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller != null && caller.isEventLoopContext()
                    ? elsewhere.emitOn(task -> caller.runOnContext(ignored -> task.run()))
                    : elsewhere;
        });
    }
}
