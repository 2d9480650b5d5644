package org.prefstream.kit.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Tells failures that say that the database is away or busy, so that the same attempt may succeed later. */
public final class DatabaseErrors {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String STATEMENT_TOOK_TOO_LONG = "57014";
    private static final String READ_ONLY = "25006";

    private DatabaseErrors() {
    }

    /**
     * {@return whether failure or one of its causes has SQLState 08, 40, 53, 57, 55P03 or 25006, or is a broken connection or a
     * time-out}
     */
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
        return hasState(failure, state -> state.startsWith("40"));
    }

    /** {@return whether a lock was not to be had within the time that a statement waits for one (SQLState 55P03)} */
    public static boolean isHeldByAnother(Throwable failure) {
        return hasState(failure, LOCK_NOT_AVAILABLE::equals);
    }

    /** {@return whether a statement was ended because it took too long (SQLState 57014)} */
    public static boolean isTooSlow(Throwable failure) {
        return hasState(failure, STATEMENT_TOOK_TOO_LONG::equals);
    }

    /**
     * {@return whether the database takes no writes (SQLState 25006): it is a standby, or was one's primary until now. The
     * connection leads to the wrong node}
     */
    public static boolean isReadOnly(Throwable failure) {
        return hasState(failure, READ_ONLY::equals);
    }

    /** {@return whether no connection of a pool became free in time; neither pool says so by a type or a state} */
    public static boolean isPoolExhausted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if ((cause instanceof SQLException && message.contains("cquisition timeout"))
                    || (cause instanceof NoStackTraceThrowable && message.equals("Timeout"))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether failure or one of its causes is an answer of the database with such an SQLState} */
    public static boolean hasState(Throwable failure, Predicate<String> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof PgException pg
                    ? pg.getSqlState()
                    : cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && wanted.test(state)) {
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
                    || isPoolExhausted(answered);
        }
        if (cause instanceof IOException) {
            return !(cause instanceof JsonProcessingException || cause instanceof FileSystemException);
        }
        return cause instanceof VertxException || cause instanceof NoStackTraceThrowable
                || cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40") || state.startsWith("53")
                || state.startsWith("57") || state.equals(LOCK_NOT_AVAILABLE) || state.equals(READ_ONLY));
    }
}
