package org.prefstream.annotation.copies;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.Flights;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Adds changes of the counts to the counts. Nobody else writes the counts, so nobody who judges waits for their rows; readers
 * add what is not folded yet.
 */
@ApplicationScoped
class FoldProgress {

    private static final Logger LOG = Logger.getLogger(FoldProgress.class);
    private static final String FOLD = """
            with folded as (delete from progress_change returning project_id, annotator, tasks, finished, annotations, skipped)
            insert into progress (project_id, annotator, tasks, finished, annotations, skipped)
            select project_id, annotator, sum(tasks), sum(finished), sum(annotations), sum(skipped) from folded
            group by project_id, annotator order by project_id, annotator
            on conflict (project_id, annotator) do update set tasks = progress.tasks + excluded.tasks,
                finished = progress.finished + excluded.finished, annotations = progress.annotations + excluded.annotations,
                skipped = progress.skipped + excluded.skipped
            """;

    private final Flights flights;

    FoldProgress(Flights flights) {
        this.flights = flights;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> now() {
        return flights.<Void>write(flight -> {
            flight.send(FOLD);
            return Uni.createFrom().nullItem();
        }).onFailure(DatabaseErrors::isTransient).recoverWithUni(failure -> {
            LOG.debugf("the database is away, counts are folded later: %s", failure);
            return Uni.createFrom().voidItem();
        });
    }
}
