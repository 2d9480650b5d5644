package org.prefstream.annotation.copies;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** Decides who may see a project. It sees a membership that was given a moment ago, too. */
@ApplicationScoped
public class Membership {

    private static final String IS_MEMBER = """
            select exists (select 1 from access_copy where user_id = $1 and active and not deleted and $2 = any (project_ids))
            """;

    private static final String HOLD = """
            select user_id from access_copy where user_id = $1 and active and not deleted
                and (role <> 'ANNOTATOR' or $2 = any (project_ids)) for share
            """;

    private final ReadBarrier barrier;
    private final Pool pool;

    Membership(ReadBarrier barrier, Pool pool) {
        this.barrier = barrier;
        this.pool = pool;
    }

    /**
     * Completes if the person may see the project. Before it refuses, it waits until every change of memberships
     * that was acknowledged has arrived here. It fails with a 503 that says what lags if that takes too long.
     *
     * @param refusal makes the failure for a person who may not see it
     */
    Uni<Void> require(Person person, long projectId, Supplier<ProblemException> refusal) {
        if (person.sees(projectId)) {
            return Uni.createFrom().voidItem();
        }
        return barrier.reached(Scope.ofPeople())
                .chain(() -> pool.preparedQuery(IS_MEMBER).execute(Tuple.of(person.id(), projectId)))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw refusal.get();
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Asks whether the person may see the project now, and keeps it so until the flight's transaction ends: who is removed
     * meanwhile is removed after it. It is asked before anything else is locked.
     *
     * @return rows that {@link #requireHeld} reads
     */
    public static Future<RowSet<Row>> hold(Flight flight, Person person, long projectId) {
        return flight.send(HOLD, person.id(), projectId);
    }

    /** Refuses with a 404 if the person may not see the project any more. */
    public static void requireHeld(RowSet<Row> held) {
        if (held.size() == 0) {
            throw ProblemException.notFound("No Project matches the given query.");
        }
    }
}
