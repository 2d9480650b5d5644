package org.prefstream.task.invitation;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.invitation.Invitations.Into;
import org.prefstream.task.invitation.Invitations.Shown;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.ChangeAccount;
import org.prefstream.task.people.CreateAccount;
import org.prefstream.task.project.Members;
import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lets the invited in, in the transaction of the caller. The invitation is locked first, so of those who race for its last use one
 * gets it and the others are told that it was used.
 */
@ApplicationScoped
class AcceptInvitation {

    private final Invitations invitations;
    private final CreateAccount createAccount;
    private final ChangeAccount changeAccount;
    private final Projects projects;
    private final Members members;
    private final Clock clock;

    /** Somebody who was let in, and to what. */
    record Accepted(Account account, Shown shown) {
    }

    AcceptInvitation(Invitations invitations, CreateAccount createAccount, ChangeAccount changeAccount,
            Projects projects, Members members, Clock clock) {
        this.invitations = invitations;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
        this.projects = projects;
        this.members = members;
        this.clock = clock;
    }

    /** {@return a new account of the invitation's role, a member of its projects} */
    Uni<Accepted> withNewAccount(String secret, Fields sent, String passwordHash) {
        return invitations.requireOpenLocked(secret)
                .invoke(shown -> shown.invitation().requireFor(sent.text("email").orElse("")))
                .call(this::lockProjects)
                .chain(shown -> createAccount.createInvited(sent, shown.invitation().role(), passwordHash)
                        .chain(account -> letIn(account, shown)));
    }

    /** {@return the person's own account, a member of the projects besides; its role is raised, and never lowered} */
    Uni<Accepted> withOwnAccount(String secret, Person person) {
        return invitations.requireOpenLocked(secret)
                .invoke(shown -> shown.invitation().requireFor(person.email()))
                .call(shown -> requireNew(shown, person.id()))
                .call(this::lockProjects)
                .chain(shown -> changeAccount.raise(person.id(), shown.invitation().role())
                        .chain(account -> letIn(account, shown)));
    }

    private Uni<Accepted> letIn(Account account, Shown shown) {
        shown.invitation().use();
        return join(account.id(), shown).chain(() -> noteUse(account.id(), shown.invitation().id()))
                .replaceWith(new Accepted(account, shown));
    }

    /** One person does not take the places of others. */
    private static Uni<Void> requireNew(Shown shown, long accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        select count(*) from invitation_use where invitation_id = ?1 and account_id = ?2
                        """, Long.class)
                        .setParameter(1, shown.invitation().id())
                        .setParameter(2, accountId)
                        .getSingleResult())
                .invoke(before -> {
                    if (before > 0) {
                        throw ProblemException.invalid("secret", "You have accepted this invitation already.");
                    }
                })
                .replaceWithVoid();
    }

    /** Projects before people: whoever changes members locks them in this order. */
    private Uni<Void> lockProjects(Shown shown) {
        return Multi.createFrom()
                .iterable(shown.projects())
                .onItem()
                .transformToUniAndConcatenate(into -> projects.requireLocked(into.projectId()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> join(long accountId, Shown shown) {
        return Multi.createFrom()
                .iterable(shown.projects())
                .onItem()
                .transformToUniAndConcatenate((Into into) -> members.add(into.projectId(), accountId))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> noteUse(long accountId, long invitationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into invitation_use (invitation_id, account_id, used_at) values (?1, ?2, ?3)
                        """)
                        .setParameter(1, invitationId)
                        .setParameter(2, accountId)
                        .setParameter(3, clock.instant())
                        .executeUpdate());
    }
}
