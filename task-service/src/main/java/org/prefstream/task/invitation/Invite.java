package org.prefstream.task.invitation;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.people.Secrets;
import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Makes and revokes invitations, in the transaction of the caller. */
@ApplicationScoped
class Invite {

    private final Invitations invitations;
    private final Projects projects;
    private final Secrets secrets;
    private final Clock clock;

    /** A new invitation, with the secret that nobody can be shown again. */
    record Made(Invitations.Shown shown, String secret) {
    }

    Invite(Invitations invitations, Projects projects, Secrets secrets, Clock clock) {
        this.invitations = invitations;
        this.projects = projects;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** {@return a new invitation; refuses with a 400 if it is into a project that is not there} */
    Uni<Made> invite(InvitationTerms terms, Person person) {
        return invite(terms, secrets.next(), person);
    }

    /** {@return the same, with a secret that is known} */
    Uni<Made> invite(InvitationTerms terms, String secret, Person person) {
        Invitation made = new Invitation(secret, terms, person.id(), clock.instant());
        return each(terms, id -> requireProject(id, person)).chain(() -> invitations.persistAndFlush(made))
                .call(() -> each(terms, id -> into(made, id)))
                .chain(stored -> invitations.withProjects(List.of(stored)))
                .map(shown -> new Made(shown.get(0), secret));
    }

    /** Lets nobody in by that invitation any more. */
    Uni<Void> revoke(long id, Person person) {
        return invitations.requireLocked(id, person)
                .invoke(invitation -> invitation.revoke(clock.instant()))
                .replaceWithVoid();
    }

    /** Lets nobody in by that secret any more, if it has let anybody in. */
    Uni<Void> withdraw(String secret) {
        return invitations.lockedBy(secret)
                .onItem()
                .ifNotNull()
                .invoke(invitation -> invitation.revoke(clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Void> requireProject(long id, Person person) {
        return projects.require(id, person)
                .onFailure(failure -> failure instanceof ProblemException refused
                        && refused.type() == ProblemType.NOT_FOUND)
                .transform(gone -> ProblemException.invalid("projects", "There is no project " + id + "."))
                .replaceWithVoid();
    }

    private static Uni<Void> into(Invitation invitation, long projectId) {
        return Panache.getSession()
                .chain(session -> session.persist(new InvitationProject(invitation.id(), projectId))
                        .chain(session::flush));
    }

    private static Uni<Void> each(InvitationTerms terms, Function<Long, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(terms.projects())
                .onItem()
                .transformToUniAndConcatenate(id -> work.apply(id))
                .collect()
                .last();
    }
}
