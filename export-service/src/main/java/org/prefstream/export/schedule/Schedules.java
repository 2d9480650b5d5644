package org.prefstream.export.schedule;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Projects;
import org.prefstream.export.delivery.DeliveryResource;
import org.prefstream.export.delivery.Targets;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.download.KnownParameters;
import org.prefstream.export.snapshot.Snapshots;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.database.Transactions.JdbcWork;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** The schedules of projects, for owners and managers. */
@ApplicationScoped
class Schedules {

    private static final String REFUSAL = "Schedules send everybody's judgements: only owners and managers may have them.";
    private static final int TITLE_LONGEST = 150;
    private static final int NAME_LONGEST = 40;
    private static final int MOST = 100;
    private static final int RUNS_SHOWN = 10;
    private static final int KEPT_MOST = 1_000;
    private static final String USUAL = "TRL";

    private final Projects projects;
    private final Transactions transactions;
    private final Targets targets;
    private final Formats formats;

    Schedules(Projects projects, Transactions transactions, Targets targets, Formats formats) {
        this.projects = projects;
        this.transactions = transactions;
        this.targets = targets;
        this.formats = formats;
    }

    Uni<List<Schedule.View>> list(Person person, long projectId) {
        return managed(person, projectId, connection -> {
            var table = new ScheduleTable(connection);
            List<Schedule.Run> runs = table.runs(projectId, RUNS_SHOWN);
            return table.list(projectId, MOST).stream().map(one -> view(one, runs)).toList();
        });
    }

    Uni<Schedule.View> find(Person person, long projectId, long id) {
        return managed(person, projectId, connection -> {
            var table = new ScheduleTable(connection);
            return view(present(table, projectId, id), table.runs(projectId, RUNS_SHOWN));
        });
    }

    private static Schedule.View view(Schedule one, List<Schedule.Run> runs) {
        return one.view(runs.stream().filter(run -> run.scheduleId() == one.id()).toList());
    }

    Uni<Schedule.View> add(Person person, long projectId, Fields sent) {
        return managed(person, projectId, connection -> {
            var table = new ScheduleTable(connection);
            if (table.list(projectId, MOST).size() == MOST) {
                throw ProblemException.invalid("title", "a project has %d schedules at most".formatted(MOST));
            }
            Schedule wanted = read(sent, person, projectId, null, table.now());
            return table.insert(wanted).orElseThrow(Projects::unknown).view(List.of());
        });
    }

    Uni<Schedule.View> change(Person person, long projectId, long id, Fields sent) {
        return managed(person, projectId, connection -> {
            var table = new ScheduleTable(connection);
            Schedule before = present(table, projectId, id);
            Schedule changed = table.update(read(sent, person, projectId, before, table.now()));
            return view(changed, table.runs(projectId, RUNS_SHOWN));
        });
    }

    Uni<Void> delete(Person person, long projectId, long id) {
        return managed(person, projectId, connection -> {
            if (!new ScheduleTable(connection).delete(projectId, id)) {
                throw unknown();
            }
            return true;
        }).replaceWithVoid();
    }

    /** {@return the schedule with a run that waits} */
    Uni<Schedule.View> run(Person person, long projectId, long id) {
        return managed(person, projectId, connection -> {
            var table = new ScheduleTable(connection);
            Schedule one = present(table, projectId, id);
            table.run(one.id(), table.now());
            return view(one, table.runs(projectId, RUNS_SHOWN));
        });
    }

    /** {@return what a body makes of a schedule; fails with a 400 that names the field} */
    private Schedule read(Fields sent, Person person, long projectId, @Nullable Schedule before, Instant now) {
        String title = sent.text("title", TITLE_LONGEST).orElse(before == null ? "" : before.title()).strip();
        if (title.isEmpty()) {
            throw ProblemException.invalid("title", "This field is required.");
        }
        String target = sent.text("target", NAME_LONGEST).orElse(before == null ? "" : before.target());
        if (before == null || sent.has("target")) {
            targets.requireNamed(target);
        }
        Parameters parameters = parameters(sent, projectId, before);
        Cadence cadence = Cadence.of(sent, before == null ? null : before.cadence());
        boolean isPaused = sent.flag("paused").orElse(before != null && before.isPaused());
        return new Schedule(before == null ? 0 : before.id(), projectId, title, target, parameters.selection(),
                parameters.format(), parameters.ofFormat(), cadence, keep(sent, before), isPaused,
                next(before, cadence, isPaused, now), before == null ? now : before.createdAt(),
                before == null ? person.id() : before.createdBy());
    }

    /** {@return when it is made next} A change of something else must not take a time away that is due. */
    private static Instant next(@Nullable Schedule before, Cadence cadence, boolean isPaused, Instant now) {
        if (before != null && before.cadence().equals(cadence) && before.isPaused() == isPaused) {
            return before.nextAt();
        }
        return cadence.next(now);
    }

    private static @Nullable Integer keep(Fields sent, @Nullable Schedule before) {
        if (before != null && !sent.has("keep")) {
            return before.keep();
        }
        return sent.whole("keep", 1, KEPT_MOST).map(Long::intValue).orElse(null);
    }

    /** The parameters of an export, apart by what they are for. */
    private record Parameters(Map<String, Object> selection, String format, Map<String, Object> ofFormat) {
    }

    private Parameters parameters(Fields sent, long projectId, @Nullable Schedule before) {
        if (before != null && !sent.has("parameters")) {
            return new Parameters(before.selection(), before.format(), before.parameters());
        }
        Map<String, List<String>> query = DeliveryResource.query(sent.object("parameters").orElse(Map.of()));
        KnownParameters.requireOfSent(query, formats);
        Map<String, List<String>> selecting = new HashMap<>(query);
        selecting.keySet().retainAll(ExportRequest.SELECTING);
        query.keySet().removeAll(ExportRequest.SELECTING);
        ExportRequest request = ExportRequest.ofFrozen(projectId, query, formats, USUAL);
        request.requireFits(ExportRequest.selecting(projectId, selecting, formats).selection());
        query.keySet().removeAll(ExportRequest.FORMAT);
        return new Parameters(texts(selecting), request.format().card().name(), texts(query));
    }

    private static Map<String, Object> texts(Map<String, List<String>> query) {
        Map<String, Object> texts = new LinkedHashMap<>();
        query.forEach((name, values) -> texts.put(name, String.join(",", values)));
        return texts;
    }

    private static Schedule present(ScheduleTable table, long projectId, long id) throws SQLException {
        return table.find(projectId, id).orElseThrow(Schedules::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No schedule of this project has that id.");
    }

    private <T> Uni<T> managed(Person person, long projectId, JdbcWork<T> work) {
        return projects.requireVisible(person, projectId)
                .chain(() -> person.manages()
                        ? Snapshots.onWorker(() -> transactions.bulk(work))
                        : Uni.createFrom().failure(ProblemException.forbidden(REFUSAL)));
    }
}
