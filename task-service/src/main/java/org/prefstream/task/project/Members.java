package org.prefstream.task.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.task.people.AccessPublication;
import org.prefstream.task.people.Account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Who labels in which project. All of it in the transaction of the caller. */
@ApplicationScoped
public class Members {

    private final AccessPublication publication;

    Members(AccessPublication publication) {
        this.publication = publication;
    }

    /** {@return the person, who now is a member; nothing changes for one who is already} */
    public Uni<Account> add(long projectId, long accountId) {
        return publication.changing(accountId, () -> run("""
                insert into membership (project_id, account_id) values (?1, ?2) on conflict do nothing
                """, projectId, accountId));
    }

    /** Ends a membership; nothing changes for somebody who is no member. */
    Uni<Void> remove(long projectId, long accountId) {
        return publication
                .changing(accountId,
                        () -> run("delete from membership where project_id = ?1 and account_id = ?2", projectId,
                                accountId))
                .replaceWithVoid();
    }

    /** Ends all memberships of a project. */
    Uni<Void> removeAll(long projectId) {
        return of(projectId).chain(members -> Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUniAndConcatenate(member -> remove(projectId, member.id()))
                .collect()
                .last());
    }

    /** {@return the members of a project, by id} */
    Uni<List<Account>> of(long projectId) {
        return session().chain(session -> session.createSelectionQuery("""
                from Account where id in (select m.accountId from Membership m where m.projectId = ?1) order by id
                """, Account.class).setParameter(1, projectId).getResultList());
    }

    /** {@return how many members projects have, by project; those without members are missing} */
    Uni<Map<Long, Long>> counts(Collection<Long> projectIds) {
        return session()
                .chain(session -> session.createSelectionQuery(
                        "select m.projectId, count(*) from Membership m where m.projectId in ?1 group by m.projectId",
                        Object[].class).setParameter(1, projectIds).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    private static Uni<Void> run(String statement, long projectId, long accountId) {
        return session().chain(session -> session.createNativeQuery(statement)
                .setParameter(1, projectId)
                .setParameter(2, accountId)
                .executeUpdate()).replaceWithVoid();
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
