package org.prefstream.kit.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Tells failures that say that the database is away or busy, so that the same attempt may succeed later. */
public final class DatabaseErrors {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String POOL = "io.agroal.pool.";

    private DatabaseErrors() {
    }

    /** {@return whether failure or one of its causes has SQLState 08, 40, 53, 57 or 55P03, or is a broken connection or a time-out} */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTransientItself(cause)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the transaction lost against another one (SQLState 40), so that another attempt may succeed} */
    public static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof PgException pg
                    ? pg.getSqlState()
                    : cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && state.startsWith("40")) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a unique value was taken by another transaction (SQLState 23505), which the next look will see} */
    public static boolean isTaken(Throwable failure) {
        return failure instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState());
    }

    private static boolean isTransientItself(Throwable cause) {
        if (cause instanceof PgException answered) {
            return isTransientState(answered.getSqlState());
        }
        if (cause instanceof SQLException answered) {
            return answered instanceof SQLTransientConnectionException || isTransientState(answered.getSQLState())
                    || isOfThePool(answered);
        }
        if (cause instanceof IOException) {
            return !(cause instanceof JsonProcessingException || cause instanceof FileSystemException);
        }
        return cause instanceof VertxException || cause instanceof NoStackTraceThrowable
                || cause instanceof TimeoutException;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40") || state.startsWith("53")
                || state.startsWith("57") || state.equals(LOCK_NOT_AVAILABLE));
    }

    /** The pool says by an exception without a state, of no type of its own, that it had no connection in time. */
    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getSQLState() == null && trace.length > 0 && trace[0].getClassName().startsWith(POOL);
    }
}
