package org.prefstream.task.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.people.Tokens;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The one link of the organization, as Label Studio has it: for annotators, into no project. It is an invitation that ends as all of
 * them do, and the next one who asks gets a new one. Its secret follows from a salt, so that it is shown again though its hash alone is
 * stored. Everything here is in the transaction of the caller, and takes turns by the row with the salt.
 */
@ApplicationScoped
class OrganizationLink {

    private static final InvitationTerms TERMS = new InvitationTerms(Role.ANNOTATOR, List.of(), Optional.empty(),
            Duration.ofDays(30), 100);

    private final Invitations invitations;
    private final Invite invite;
    private final Tokens tokens;

    OrganizationLink(Invitations invitations, Invite invite, Tokens tokens) {
        this.invitations = invitations;
        this.invite = invite;
        this.tokens = tokens;
    }

    /** {@return the secret of the link that lets people in; of a new one by that person if none does} */
    Uni<String> open(Person person) {
        return secret().chain(secret -> invitations.requireOpen(secret)
                .replaceWith(secret)
                .onFailure(ProblemException.class)
                .recoverWithUni(() -> replace(secret, person)));
    }

    /** {@return the secret of a new link by that person; the former one lets nobody in any more} */
    Uni<String> renew(Person person) {
        return secret().chain(former -> replace(former, person));
    }

    private Uni<String> replace(String former, Person person) {
        String salt = tokens.newSalt();
        return invite.withdraw(former)
                .chain(() -> keep(salt))
                .chain(() -> invite.invite(TERMS, tokens.ofLink(salt), person))
                .map(Invite.Made::secret);
    }

    /** Before the first link the salt is empty, and its secret is no invitation's. */
    private Uni<String> secret() {
        return Panache.getSession()
                .chain(session -> session
                        .createNativeQuery("select salt from organization_link for update", String.class)
                        .getSingleResult())
                .map(tokens::ofLink);
    }

    private static Uni<Integer> keep(String salt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update organization_link set salt = ?1")
                        .setParameter(1, salt)
                        .executeUpdate());
    }
}
