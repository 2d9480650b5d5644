package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Statements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * The journal of actions that can be undone. It keeps them for a day, and the newest thousand of a project. All methods block.
 */
@ApplicationScoped
public class TaskActions {

    private static final String BEGIN = """
            insert into task_action (project_id, kind, other_project_id, done_by, done_at, request_key) values (?, ?, ?, ?, ?, ?)
            on conflict (done_by, request_key) where request_key is not null do nothing returning id
            """;
    private static final String AGAIN = """
            select id from task_action where done_by = ? and request_key = ? and project_id = ? and kind = ?
                and other_project_id is not distinct from cast(? as bigint)
            """;
    private static final String FIND = """
            select kind, other_project_id, undone_at is not null from task_action where id = ? and project_id = ?
            """;
    private static final String LOCK = "select id from task_action where id = ? for update";
    private static final String HAS_EVENTS = "select exists (select from task_event where action_id = ?)";
    private static final String UNDONE = "update task_action set undone_at = ? where id = ?";
    private static final List<String> SWEEP = List.of(
            "delete from task_action where done_at < now() - interval '24 hours'",
            """
                    delete from task_action a using
                        (select id, row_number() over (partition by project_id order by id desc) as place from task_action) placed
                    where placed.id = a.id and placed.place > 1000
                    """);

    private final Transactions transactions;
    private final Clock clock;

    TaskActions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What can be undone. */
    public enum Kind {
        SET_OVERLAP,
        COPY_TASKS,
        MOVE_TASKS
    }

    /**
     * An action that is about to begin.
     *
     * @param other the project where tasks go; null where they stay
     * @param key by which a repeated request goes on with the same action; null where none was sent
     */
    public record Beginning(long projectId, Kind kind, @Nullable Long other, long by, @Nullable String key) {
    }

    /** An action that was done. */
    record Done(long id, long projectId, Kind kind, @Nullable Long other, boolean isUndone) {
    }

    /**
     * {@return the id of the action}
     *
     * @throws ProblemException 409 if the key was used for another one
     */
    public long begin(Beginning beginning) {
        return transactions.bulk(connection -> {
            Optional<Long> begun = one(connection, BEGIN, beginning.projectId(), beginning.kind().name(),
                    beginning.other(), beginning.by(), now(), beginning.key());
            if (begun.isPresent()) {
                return begun.get();
            }
            return one(connection, AGAIN, beginning.by(), beginning.key(), beginning.projectId(),
                    beginning.kind().name(), beginning.other())
                    .orElseThrow(() -> new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED,
                            "The Idempotency-Key was used for another action. Send a new key with a new request."));
        });
    }

    /** {@return by what the action is undone; null where it changed nothing} */
    public @Nullable String undo(long action) {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = Statements.prepared(connection, HAS_EVENTS, action);
                    ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }) ? Long.toString(action) : null;
    }

    /** {@return the action of a project; empty where there is none, or not any longer} */
    Optional<Done> find(long projectId, long action) {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = Statements.prepared(connection, FIND, action, projectId);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Done(action, projectId, Kind.valueOf(row.getString(1)),
                                row.getObject(2, Long.class), row.getBoolean(3)))
                        : Optional.empty();
            }
        });
    }

    /** Notes that the action is undone. */
    void undone(long action) {
        transactions.bulk(connection -> {
            try (PreparedStatement update = Statements.prepared(connection, UNDONE, now(), action)) {
                return update.executeUpdate();
            }
        });
    }

    /** Lets the sets of one action come one after another, until the transaction of the caller ends. */
    static void lock(Connection connection, long action) throws SQLException {
        one(connection, LOCK, action);
    }

    /** Forgets what is too old, on a worker thread. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        SWEEP.forEach(statement -> transactions.bulk(connection -> {
            try (Statement delete = connection.createStatement()) {
                return delete.executeUpdate(statement);
            }
        }));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Optional<Long> one(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = Statements.prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }
}
