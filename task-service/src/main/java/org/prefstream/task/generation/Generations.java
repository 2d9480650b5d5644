package org.prefstream.task.generation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.generation.RunView.PutAside;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Runs as people begin, read and end them, in the session of the caller. */
@ApplicationScoped
class Generations {

    private static final String BEGIN = """
            with found as (
                select count(*) as tasks, coalesce(max(t.id), 0) as last_task
                from (select cast(?6 as text) as version) r join task t on t.project_id = ?1 and %s
                where cast(?2 as bigint[]) is null or t.id = any (cast(?2 as bigint[]))),
            begun as (
                insert into generation_run (project_id, state, settings, chosen, last_task, tasks, created_by, created_at, kind, version)
                select ?1, 'RUNNING', ?3, cast(?2 as bigint[]), last_task, tasks, ?4, clock_timestamp(), ?5, cast(?6 as text)
                from found where tasks > 0
                returning id)
            select id from begun
            """;
    private static final String RUNNING = "select id from generation_run where project_id = ?1 and kind = ?2 and state = 'RUNNING'";
    private static final String LIST = "select " + RunView.COLUMNS
            + " from generation_run where project_id = ?1 and (cast(?2 as text) is null or kind = ?2) order by id desc limit 50";
    private static final String ONE = "select " + RunView.COLUMNS
            + " from generation_run where project_id = ?1 and id = ?2";
    private static final String REASONS = """
            select task_id, reason from generation_put_aside where run_id = ?1 order by task_id limit 100
            """;
    private static final String CANCEL = """
            update generation_run set state = 'CANCELLED', reason = null, ended_at = clock_timestamp(), worker = null
            where project_id = ?1 and id = ?2 and state = 'RUNNING'
            """;
    /** Tasks that were put aside are asked for once more. */
    private static final String FORGET = "delete from generation_put_aside where run_id = ?1";
    private static final String RESUME = """
            update generation_run set state = 'RUNNING', reason = null, failed = 0, ended_at = null, worker = null
            where project_id = ?1 and id = ?2
            """;

    private final Projects projects;
    private final SettingsTable settings;
    private final Clock clock;

    Generations(Projects projects, SettingsTable settings, Clock clock) {
        this.projects = projects;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * {@return a new run; refuses with a 409 while another one goes on}
     *
     * @param ids the tasks to ask for; empty for all that miss what is asked for
     */
    Uni<RunView> begin(long projectId, RunKind kind, List<Long> ids, long by) {
        return projects.requireLocked(projectId)
                .chain(project -> settings.enabled(projectId, kind).map(set -> ready(project, kind, set)))
                .call(set -> requireNoneRunning(projectId, kind))
                .chain(set -> session()
                        .chain(session -> session.createNativeQuery(BEGIN.formatted(kind.open()), Long.class)
                                .setParameter(1, projectId)
                                .setParameter(2, ids.isEmpty() ? null : ids.toArray(Long[]::new))
                                .setParameter(3, set.json())
                                .setParameter(4, by)
                                .setParameter(5, kind.name())
                                .setParameter(6, kind == RunKind.VERDICTS ? set.version() : null)
                                .getResultList()))
                .chain(begun -> begun.isEmpty() ? nothingToDo(kind, ids) : one(projectId, begun.get(0)));
    }

    /** {@return the settings of a run that begins now, with all that it asks} */
    private static GenerationSettings ready(Project project, RunKind kind, GenerationSettings set) {
        if (kind == RunKind.ANSWERS) {
            AnswerPlaces.of(project.spec(), set.answersPerPrompt());
            return set;
        }
        JudgedPair.of(project.spec());
        GenerationSettings judging = set.judgingBy(project.guidelines());
        if (judging.criterion().isEmpty()) {
            throw ProblemException.invalid("criterion",
                    "Say in the settings what makes an answer better: the project has no guidelines to judge by.");
        }
        return judging;
    }

    private static Uni<RunView> nothingToDo(RunKind kind, List<Long> ids) {
        String missed = kind == RunKind.ANSWERS ? "misses answers" : "misses a verdict of this judge";
        String first = kind == RunKind.ANSWERS ? "Import prompts without them first." : "Import comparisons first.";
        return Uni.createFrom()
                .failure(ids.isEmpty()
                        ? new ProblemException(ProblemType.INVALID_REQUEST,
                                "No task of the project " + missed + ". " + first)
                        : ProblemException.invalid("ids", "None of these tasks " + missed + "."));
    }

    private static Uni<Void> requireNoneRunning(long projectId, RunKind kind) {
        return session().chain(session -> session.createNativeQuery(RUNNING, Long.class)
                .setParameter(1, projectId)
                .setParameter(2, kind.name())
                .getResultList()).invoke(running -> {
                    if (!running.isEmpty()) {
                        throw new ProblemException(ProblemType.ALREADY_RUNNING, "Run " + running.get(0)
                                + " of this project goes on already. Wait for its end, or cancel it.");
                    }
                }).replaceWithVoid();
    }

    /** {@return the last runs of a project, of one kind or of all, the newest first, 50 at most} */
    Uni<List<RunView>> list(long projectId, @Nullable RunKind kind) {
        return session()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter(1, projectId)
                        .setParameter(2, kind == null ? null : kind.name())
                        .getResultList())
                .map(rows -> rows.stream().map(row -> RunView.of(row, clock.instant())).toList());
    }

    /** {@return a run with what it has put aside; refuses with a 404 if the project has none of that id} */
    Uni<RunView> one(long projectId, long id) {
        return session()
                .chain(session -> session.createNativeQuery(ONE, Object[].class)
                        .setParameter(1, projectId)
                        .setParameter(2, id)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("No run of this project matches the given query."))
                .map(row -> RunView.of(row, clock.instant()))
                .chain(run -> reasons(id).map(run::with));
    }

    private static Uni<List<PutAside>> reasons(long run) {
        return session().chain(
                session -> session.createNativeQuery(REASONS, Object[].class).setParameter(1, run).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PutAside(((Number) row[0]).longValue(), String.valueOf(row[1])))
                        .toList());
    }

    /** {@return the run, which goes on no more} One that has ended stays as it is. */
    Uni<RunView> cancel(long projectId, long id) {
        return change(CANCEL, projectId, id).chain(() -> one(projectId, id));
    }

    /** {@return the run, which goes on where it was} What it has put aside is asked for once more. One that goes on stays as it is. */
    Uni<RunView> resume(long projectId, long id) {
        return projects.requireLocked(projectId)
                .chain(project -> one(projectId, id))
                .call(run -> settings.enabled(projectId, run.kind()))
                .chain(run -> run.state() == RunState.RUNNING
                        ? Uni.createFrom().item(run)
                        : requireNoneRunning(projectId, run.kind()).chain(() -> goOn(projectId, id)));
    }

    private Uni<RunView> goOn(long projectId, long id) {
        return session().chain(session -> session.createNativeQuery(FORGET).setParameter(1, id).executeUpdate())
                .chain(() -> change(RESUME, projectId, id))
                .chain(() -> one(projectId, id));
    }

    private static Uni<Integer> change(String sql, long projectId, long id) {
        return session().chain(session -> session.createNativeQuery(sql)
                .setParameter(1, projectId)
                .setParameter(2, id)
                .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
