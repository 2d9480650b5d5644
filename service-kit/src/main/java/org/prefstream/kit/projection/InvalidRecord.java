package org.prefstream.kit.projection;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseErrors;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.pgclient.PgException;

/** Recognises failures that a record itself causes, because no retry helps against those. */
final class InvalidRecord {

    private InvalidRecord() {
    }

    /**
     * {@return whether the database refused a value (SQLState 22 or 23), or the projection could not read what the record
     * holds: a text in place of a number, or a missing member}
     */
    static boolean isCauseOf(Throwable failure) {
        if (DatabaseErrors.isTransient(failure)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof PgException pg && isAboutValues(pg.getSqlState()))
                    || (cause instanceof SQLException sql && isAboutValues(sql.getSQLState()))
                    || cause instanceof JsonProcessingException || cause instanceof IllegalArgumentException
                    || cause instanceof NullPointerException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutValues(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
