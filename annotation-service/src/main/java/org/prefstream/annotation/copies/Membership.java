package org.prefstream.annotation.copies;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tells whether a person may see a project, also if they became a member a moment ago. */
@ApplicationScoped
public class Membership {

    private static final String IS_MEMBER = """
            select exists (select 1 from access_copy where user_id = $1 and active and not deleted and $2 = any (project_ids))
            """;

    private final ReadBarrier barrier;
    private final Pool pool;

    Membership(ReadBarrier barrier, Pool pool) {
        this.barrier = barrier;
        this.pool = pool;
    }

    /** {@return whether the person sees the project; before the answer is no, it waits shortly for news of memberships} */
    public Uni<Boolean> sees(Person person, long projectId) {
        return person.sees(projectId)
                ? Uni.createFrom().item(true)
                : barrier.reachedInTime()
                        .chain(() -> pool.preparedQuery(IS_MEMBER).execute(Tuple.of(person.id(), projectId)))
                        .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
