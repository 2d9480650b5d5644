package org.prefstream.export.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.export.dataset.WholeProject;
import org.prefstream.export.delivery.NewDelivery;
import org.prefstream.export.delivery.StartDelivery;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;
import org.prefstream.export.schedule.ScheduleTable.Sent;
import org.prefstream.export.schedule.ScheduleTable.Waiting;
import org.prefstream.export.snapshot.MakeSnapshot;
import org.prefstream.export.snapshot.Snapshot;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Makes what is due. A due time becomes a run in one transaction, and a run becomes a snapshot with its delivery in another one, which
 * holds the run's row. So each is made once, however many replicas look, and whenever one of them dies.
 */
@ApplicationScoped
class RunSchedules {

    private static final Logger LOG = Logger.getLogger(RunSchedules.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
            .withZone(ZoneOffset.UTC);
    private static final Duration BARRIER = Duration.ofSeconds(30);
    private static final Duration BACKOFF = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 8;
    private static final String UNCHANGED = "Nothing has changed since the last files were sent.";
    private static final String NO_ROWS = "Nothing that was judged has all that is asked for.";
    private static final String OUR_FAULT = "Something went wrong in the service; its log says what.";
    private static final int SERVER_ERRORS = 500;
    private static final int INVALID = 400;

    private final Transactions transactions;
    private final WholeProject whole;
    private final MakeSnapshot making;
    private final Formats formats;

    RunSchedules(Transactions transactions, WholeProject whole, MakeSnapshot making, Formats formats) {
        this.transactions = transactions;
        this.whole = whole;
        this.making = making;
        this.formats = formats;
    }

    /** Ends the transaction of a snapshot that is not to be kept. */
    private static final class NotKept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<String> note;

        /** @param note why the run is skipped; nothing if another replica has made it */
        private NotKept(Optional<String> note) {
            super(note.orElse("another replica has made it"), null, false, false);
            this.note = note;
        }
    }

    /** Makes all that is due, on a worker thread. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tend() {
        while (transactions.bulk(RunSchedules::noteDue)) {
            // The next one comes in a transaction of its own.
        }
        for (Optional<Waiting> run = waiting(); run.isPresent(); run = waiting()) {
            make(run.get());
        }
    }

    /** A service that was down for days makes up for it once, and goes on with the next time to come. */
    private static boolean noteDue(Connection connection) throws SQLException {
        var table = new ScheduleTable(connection);
        Optional<Schedule> due = table.due();
        if (due.isEmpty()) {
            return false;
        }
        table.run(due.get().id(), due.get().nextAt());
        table.putOff(due.get().id(), due.get().cadence().next(table.now()));
        return true;
    }

    private Optional<Waiting> waiting() {
        return transactions.bulk(connection -> new ScheduleTable(connection).waiting());
    }

    private void make(Waiting run) {
        try {
            Positions ready = whole.reached(run.schedule().projectId()).await().atMost(BARRIER);
            making.make(wish(run), ready, (snapshot, connection) -> deliver(run, snapshot, connection));
        } catch (NotKept e) {
            e.note.ifPresent(why -> end(run, "SKIPPED", why));
        } catch (ProblemException e) {
            told(run, e);
        } catch (RuntimeException e) {
            LOG.warnf(e, "run %d of schedule %d broke off", run.runId(), run.schedule().id());
            rest(run, OUR_FAULT);
        }
    }

    private MakeSnapshot.Wish wish(Waiting run) {
        Schedule schedule = run.schedule();
        Map<String, List<String>> selecting = ExportRequest.query(schedule.selection());
        ExportRequest request = ExportRequest.selecting(schedule.projectId(), selecting, formats);
        return new MakeSnapshot.Wish(schedule.createdBy(), schedule.title() + ", " + WHEN.format(run.dueAt()),
                selecting, request);
    }

    private void deliver(Waiting run, Snapshot snapshot, Connection connection) throws SQLException {
        var table = new ScheduleTable(connection);
        Schedule schedule = run.schedule();
        if (!table.lock(run.runId())) {
            throw new NotKept(Optional.empty());
        }
        ExportFormat format = formats.named(schedule.format());
        if (snapshot.rowsFor(format) == 0) {
            throw new NotKept(Optional.of(NO_ROWS));
        }
        if (table.lastSent(schedule).filter(last -> isLike(last, snapshot, schedule, format)).isPresent()) {
            throw new NotKept(Optional.of(UNCHANGED));
        }
        long delivery = StartDelivery.of(connection, NewDelivery.of(snapshot, schedule.createdBy(), schedule.target(),
                schedule.format(), schedule.parameters()));
        table.made(run.runId(), snapshot.id(), delivery);
    }

    /** What stands beside the rows is in few files. */
    private static boolean isLike(Sent last, Snapshot snapshot, Schedule schedule, ExportFormat format) {
        if (snapshot.rowsOf(format) != RowKind.PREFERENCE) {
            return Objects.equals(last.sources(), snapshot.sourcesSha256());
        }
        boolean isOfRowsAlone = format.ties() != Ties.ONE_AND_BOTH_BAD
                && !"rejected".equals(schedule.parameters().get("part"))
                && !"report".equals(schedule.parameters().get("lint"));
        return last.rows().equals(snapshot.sha256())
                && (isOfRowsAlone || Objects.equals(last.beside(), snapshot.besideSha256()));
    }

    private void told(Waiting run, ProblemException problem) {
        if (problem.status() >= SERVER_ERRORS) {
            rest(run, problem.detail());
        } else if (problem.status() == INVALID) {
            end(run, "SKIPPED", NO_ROWS);
        } else {
            end(run, "FAILED", problem.detail());
        }
    }

    private void rest(Waiting run, String note) {
        if (run.attempts() + 1 >= ATTEMPTS) {
            end(run, "FAILED", note + " It was tried %d times.".formatted(ATTEMPTS));
            return;
        }
        transactions.bulk(connection -> {
            new ScheduleTable(connection).rest(run.runId(), note, BACKOFF.toMillis() << run.attempts());
            return true;
        });
    }

    private void end(Waiting run, String state, String note) {
        transactions.bulk(connection -> {
            new ScheduleTable(connection).end(run.runId(), state, note);
            return true;
        });
    }
}
