package org.prefstream.kit.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Which failures say that the database is away or busy, so that the same attempt may go well later. */
public final class DatabaseErrors {

    private DatabaseErrors() {
    }

    /** {@return whether failure or a cause of it is of SQLState 08, 40, 53 or 57, a broken connection or a pool time-out} */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean says = (cause instanceof PgException pg && isTransientState(pg.getSqlState()))
                    || (cause instanceof SQLException sql && isTransientState(sql.getSQLState()));
            if (says || cause instanceof VertxException || cause instanceof NoStackTraceThrowable
                    || cause instanceof TimeoutException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40") || state.startsWith("53")
                || state.startsWith("57"));
    }
}
