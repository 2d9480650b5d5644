package org.prefstream.task.invitation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.Accounts;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All invitations, with the projects that they are into. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, Long> {

    private static final int LISTED_MAX = 200;
    private static final String VISIBLE = "(?1 = true or role = ?2)";

    private final Accounts accounts;
    private final Clock clock;

    /** A project that an invitation is into. */
    record Into(long invitationId, long projectId, String title) {
    }

    /** An invitation with whoever made it, and the projects that are still there. */
    record Shown(Invitation invitation, Account inviting, List<Into> projects) {
    }

    Invitations(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** {@return the invitation with that secret; refuses with a 404 if there is none, and with a 410 if it has ended} */
    Uni<Shown> requireOpen(String secret) {
        return shown(find("secretHash", Hashes.sha256(secret)).firstResult());
    }

    /** {@return the same, locked until the transaction ends: it may be used} */
    Uni<Shown> requireOpenLocked(String secret) {
        return shown(lockedBy(secret));
    }

    /** {@return the invitation with that secret, locked until the transaction ends; null if there is none} */
    Uni<Invitation> lockedBy(String secret) {
        return find("secretHash", Hashes.sha256(secret)).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** {@return those that the person may see and revoke, newest first} */
    Uni<List<Shown>> visible(Person person) {
        return find(VISIBLE + " order by id desc", isOwner(person), Role.ANNOTATOR).page(0, LISTED_MAX)
                .list()
                .chain(this::withProjects);
    }

    /** {@return the invitation, locked until the transaction ends; refuses with a 404 what the person may not see} */
    Uni<Invitation> requireLocked(long id, Person person) {
        return find(VISIBLE + " and id = ?3", isOwner(person), Role.ANNOTATOR, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("No Invitation matches the given query."));
    }

    /** {@return the invitations with their projects} */
    Uni<List<Shown>> withProjects(List<Invitation> invitations) {
        return accounts.named(invitations.stream().map(Invitation::createdBy).distinct().toList())
                .chain(people -> into(invitations.stream().map(Invitation::id).toList())
                        .map(into -> invitations.stream().map(each -> shown(each, people, into)).toList()));
    }

    private Uni<Shown> shown(Uni<Invitation> found) {
        return found.onItem()
                .ifNull()
                .failWith(() -> ProblemException
                        .notFound("There is no such invitation. Check that the link was copied whole."))
                .invoke(invitation -> invitation.requireOpen(clock.instant()))
                .chain(invitation -> withProjects(List.of(invitation)))
                .map(one -> one.get(0))
                .invoke(Invitations::requireInviting);
    }

    /** What somebody offered who may do so no more is worth nothing. */
    private static void requireInviting(Shown shown) {
        Account by = shown.inviting();
        boolean may = by.role() == Role.OWNER
                || (by.role() == Role.MANAGER && shown.invitation().role() == Role.ANNOTATOR);
        if (!by.isActive() || !may) {
            throw Invitation.ended("Whoever sent this invitation may invite no more. Ask an owner for a new link.");
        }
    }

    private static Shown shown(Invitation invitation, Map<Long, Account> people, Map<Long, List<Into>> into) {
        return new Shown(invitation, Objects.requireNonNull(people.get(invitation.createdBy())),
                into.getOrDefault(invitation.id(), List.of()));
    }

    private static Uni<Map<Long, List<Into>>> into(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session
                        .createSelectionQuery(
                                """
                                        select i.invitationId, p.id, p.title from InvitationProject i join Project p on p.id = i.projectId
                                        where p.deletedAt is null and i.invitationId in ?1 order by p.id
                                        """,
                                Object[].class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Into((Long) row[0], (Long) row[1], (String) row[2]))
                        .collect(Collectors.groupingBy(Into::invitationId)));
    }

    private static boolean isOwner(Person person) {
        return person.role() == Role.OWNER;
    }
}
