package org.prefstream.kit;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/** What is logged as an error while this is open. */
public final class LoggedErrors implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !isLateTimeOut(entry.getThrown())) {
                messages.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    };

    private final Logger logger;

    private LoggedErrors(String category) {
        logger = Logger.getLogger(category);
        logger.addHandler(handler);
    }

    /** {@return the errors of everybody, which are logged all the same} */
    public static LoggedErrors ofAll() {
        return new LoggedErrors("");
    }

    /** {@return the errors of a category in which they are expected, and which are kept out of the log} */
    public static LoggedErrors insteadOfLog(String category) {
        LoggedErrors errors = new LoggedErrors(category);
        errors.logger.setUseParentHandlers(false);
        return errors;
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }

    /** The SQL client's pool never cancels the time-out of a connection that it could not make, and trips over it later. */
    private static boolean isLateTimeOut(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException && Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("io.vertx.sqlclient.impl.pool.SqlConnectionPool"));
    }
}
