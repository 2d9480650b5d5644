package org.prefstream.annotation.lease;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Slots;
import org.prefstream.kit.security.AccessListener;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Gives tasks back to the queue by ending the leases of people who may not see the project any more. */
@ApplicationScoped
class EndLeases implements AccessListener {

    /** Tasks are locked by ascending id, as everybody does. */
    private static final String LOCK = """
            select t.task_id from task_slot t where exists (
                select from lease l join access_copy a on a.user_id = l.annotator
                where l.task_id = t.task_id and l.state = 'LIVE' and l.annotator = any (cast(?1 as bigint[])) and %1$s)
            order by t.task_id for update
            """;
    private static final String END = """
            update lease l set state = 'EXPIRED' from access_copy a
            where a.user_id = l.annotator and l.state = 'LIVE' and l.annotator = any (cast(?1 as bigint[])) and %1$s
            """;
    private static final String SEES_NO_MORE = """
            (a.deleted or not a.active or a.role = 'ANNOTATOR' and not l.project_id = any (a.project_ids))""";

    private final Slots slots;

    EndLeases(Slots slots) {
        this.slots = slots;
    }

    @Override
    public Uni<Void> accessChanged(List<Long> userIds) {
        Long[] users = userIds.toArray(Long[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK.formatted(SEES_NO_MORE), Long.class)
                        .setParameter(1, users)
                        .getResultList()
                        .call(tasks -> tasks.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : session.createNativeQuery(END.formatted(SEES_NO_MORE))
                                        .setParameter(1, users)
                                        .executeUpdate()))
                .chain(slots::recount);
    }
}
