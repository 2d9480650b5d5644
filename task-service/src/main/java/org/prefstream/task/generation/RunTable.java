package org.prefstream.task.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.database.Statements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.database.Transactions.JdbcWork;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.generation.Questions.Given;

/** What the work on runs reads and writes, each in a short transaction of its own. All methods block. */
@ApplicationScoped
class RunTable {

    /** People and the relay have the other connections. */
    private static final int CONNECTIONS = 3;

    private static final String CLAIM = """
            update generation_run set worker = ?, worker_until = clock_timestamp() + ? * interval '1 millisecond',
                stretch_began = clock_timestamp(), stretch_done = done
            where id = (select id from generation_run
                where state = 'RUNNING' and (worker is null or worker_until < clock_timestamp())
                order by id limit 1 for update skip locked)
            returning id, project_id, last_task, created_by, settings, kind, version
            """;
    private static final String PROJECT = """
            select p.comparison_spec, s.settings, s.api_key
            from project p left join generation_settings s on s.project_id = p.id and s.kind = ?
            where p.id = ? and p.deleted_at is null
            """;
    private static final String RENEW = """
            update generation_run set worker_until = clock_timestamp() + ? * interval '1 millisecond'
            where id = ? and worker = ? and state = 'RUNNING'
            """;
    private static final String NEXT = """
            select t.id from generation_run r join task t on t.project_id = r.project_id and %s
            where r.id = ? and t.id > ? and t.id <= r.last_task and (r.chosen is null or t.id = any (r.chosen))
                and not exists (select from generation_put_aside a where a.run_id = r.id and a.task_id = t.id)
            order by t.id limit 100
            """;
    private static final String DATA = """
            select t.data from generation_run r join task t on t.project_id = r.project_id and %s where r.id = ? and t.id = ?
            """;
    private static final String ANSWERS = """
            select candidate, content, model from generated_answer where run_id = ? and task_id = ? order by candidate
            """;
    private static final String STORE = """
            with stored as (
                insert into generated_answer (run_id, task_id, candidate, field, content, model, base_url, sampling, seed,
                    tokens_in, tokens_out, finish_reason, cut_off, asked_at, took_millis)
                select ?, t.id, ?, ?, ?, ?, ?, ?, ?, cast(? as int), cast(? as int), ?, ?,
                    clock_timestamp() - ? * interval '1 millisecond', ?
                from task t where t.id = ? for key share
                on conflict do nothing
                returning cut_off)
            update generation_run r set cut_off = r.cut_off + cast(s.cut_off as int) from stored s where r.id = ?
            """;
    /** Whatever came of an answer, it is paid for. */
    private static final String SPEND = """
            update generation_run set tokens_in = tokens_in + ?, tokens_out = tokens_out + ?, cost = cost + ?, refused = refused + ?
            where id = ?
            """;
    private static final String PUT_ASIDE = """
            with put as (
                insert into generation_put_aside (run_id, task_id, reason, put_aside_at)
                select ?, t.id, ?, clock_timestamp() from task t where t.id = ? for key share
                on conflict do nothing returning run_id)
            update generation_run r set failed = failed + 1 from put where r.id = put.run_id
            """;
    private static final String END = """
            update generation_run set state = ?, reason = ?, ended_at = clock_timestamp(), worker = null
            where id = ? and worker = ? and state = 'RUNNING'
            """;
    private static final String RELEASE = "update generation_run set worker = null where id = ? and worker = ?";

    private final Transactions transactions;
    private final Semaphore turns = new Semaphore(CONNECTIONS, true);

    RunTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** {@return a run that nobody works on, held from now on; nothing if there is none} */
    Optional<HeldRun> claim(UUID worker, Duration lease) {
        return inTurn(connection -> {
            try (PreparedStatement claim = Statements.prepared(connection, CLAIM, worker, lease.toMillis());
                    ResultSet run = claim.executeQuery()) {
                return run.next() ? held(connection, run, worker) : Optional.empty();
            }
        });
    }

    /** Without a project, or its settings, there is nothing to go on with. */
    private static Optional<HeldRun> held(Connection connection, ResultSet run, UUID worker) throws SQLException {
        long id = run.getLong(1);
        GenerationSettings begun = GenerationSettings.parse(run.getString(5));
        RunKind kind = RunKind.valueOf(run.getString(6));
        String version = Objects.requireNonNullElse(run.getString(7), "");
        try (PreparedStatement select = Statements.prepared(connection, PROJECT, kind.name(), run.getLong(2));
                ResultSet project = select.executeQuery()) {
            if (!project.next() || project.getString(2) == null) {
                end(connection, id, worker, RunState.STOPPED,
                        "The project has no settings for answers from a model any more.");
                return Optional.empty();
            }
            return Optional.of(new HeldRun(id, run.getLong(2), kind, version, run.getLong(3), run.getLong(4),
                    GenerationSettings.parse(project.getString(2)).asking(begun),
                    Json.read(project.getString(1), ComparisonSpec.class), project.getString(3)));
        }
    }

    /** {@return whether the run is still held and goes on} */
    boolean renew(long run, UUID worker, Duration lease) {
        return inTurn(connection -> Statements.update(connection, RENEW, lease.toMillis(), run, worker)) == 1;
    }

    /** {@return the next tasks of a run for which something is to be asked, behind a task} */
    List<Long> next(HeldRun run, long after) {
        return inTurn(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = Statements.prepared(connection, NEXT.formatted(run.kind().open()), run.id(),
                    after); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        });
    }

    /** {@return the data of a task for which something is to be asked; nothing if it is gone, or done} */
    Optional<Map<String, Object>> data(HeldRun run, long task) {
        return inTurn(connection -> {
            try (PreparedStatement select = Statements.prepared(connection, DATA.formatted(run.kind().open()), run.id(),
                    task); ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Json.readObject(row.getString(1))) : Optional.empty();
            }
        });
    }

    /** {@return the answers that a run has for a task, by place} */
    Map<Integer, Given> answers(long run, long task) {
        return inTurn(connection -> {
            Map<Integer, Given> answers = new LinkedHashMap<>();
            try (PreparedStatement select = Statements.prepared(connection, ANSWERS, run, task);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers.put(row.getInt(1), new Given(row.getString(2), row.getString(3)));
                }
            }
            return answers;
        });
    }

    /** Stores an answer, unless there is one already or the task is gone, and counts what it cost. */
    void store(long run, GivenAnswer given) {
        inTurn(connection -> {
            spend(connection, run, given, 0);
            return Statements.update(connection, STORE, run, given.part().index(), given.part().field(),
                    given.answer().text(), given.source().model(), given.baseUrl(), given.sampling(), given.seed(),
                    given.answer().tokensIn(), given.answer().tokensOut(), given.answer().finishReason(),
                    given.answer().isCutOff(), given.tookMillis(), given.tookMillis(), given.task(), run);
        });
    }

    /**
     * Counts what an answer cost that is of no use.
     *
     * @param isRefused whether it says nothing that is understood
     */
    void spend(long run, GivenAnswer given, boolean isRefused) {
        inTurn(connection -> spend(connection, run, given, isRefused ? 1 : 0));
    }

    private static int spend(Connection connection, long run, GivenAnswer given, int refused) throws SQLException {
        return Statements.update(connection, SPEND, given.tokensIn(), given.tokensOut(), given.cost(), refused, run);
    }

    /** Leaves a task to people, with its reason in words. */
    void putAside(long run, long task, String reason) {
        inTurn(connection -> Statements.update(connection, PUT_ASIDE, run, reason, task));
    }

    /** Ends a run that is held, and no other. */
    void end(long run, UUID worker, RunState state, @Nullable String reason) {
        inTurn(connection -> end(connection, run, worker, state, reason));
    }

    private static int end(Connection connection, long run, UUID worker, RunState state, @Nullable String reason)
            throws SQLException {
        return Statements.update(connection, END, state.name(), reason, run, worker);
    }

    /** Lets others go on with a run at once. */
    void release(long run, UUID worker) {
        inTurn(connection -> Statements.update(connection, RELEASE, run, worker));
    }

    private <T> T inTurn(JdbcWork<T> work) {
        turns.acquireUninterruptibly();
        try {
            return transactions.bulk(work);
        } finally {
            turns.release();
        }
    }
}
