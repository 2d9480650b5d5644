package org.prefstream.kit.database;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Has PostgreSQL look at tables that have grown much since it last did. By itself it does so once a minute at most, and until then
 * all indexes of a table that was empty look alike to it: a row was looked for by its project instead of its key, so that the first imports
 * of a new system took longer with each row.
 */
@ApplicationScoped
class GrownTables {

    private static final Logger LOG = Logger.getLogger(GrownTables.class);
    /**
     * What PostgreSQL counts, and what it knew when it looked. A table that most rows were deleted from again is a queue, as an outbox is. It
     * is as long as the last second made it, and to look at it each second would take as long as to read what passed through it.
     */
    private static final String GROWN = """
            select cast(cast(s.relid as regclass) as text) from pg_stat_user_tables s join pg_class c on c.oid = s.relid
            where s.n_live_tup >= 1000 and s.n_live_tup >= 4 * c.reltuples and s.n_tup_del < s.n_tup_ins / 2
                and pg_has_role(c.relowner, 'usage')
            """;
    /** Another replica may look at it just now. Plans that were made before are made anew behind it. */
    private static final String LOOK = "analyze (skip_locked) ";

    private final Pool pool;

    GrownTables(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return pool.query(GROWN)
                .execute()
                .chain(grown -> Multi.createFrom()
                        .iterable(grown)
                        .onItem()
                        .transformToUniAndConcatenate(row -> pool.query(LOOK + row.getString(0)).execute())
                        .collect()
                        .last())
                .onFailure()
                .invoke(failure -> LOG.debug("tables that have grown are looked at later", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
