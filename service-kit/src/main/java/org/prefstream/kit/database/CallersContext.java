package org.prefstream.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings an outcome back to the Vert.x context of the caller, which carries the request and its scope. */
public final class CallersContext {

    private CallersContext() {
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
