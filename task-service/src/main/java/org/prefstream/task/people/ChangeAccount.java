package org.prefstream.task.people;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Changes or deletes an account. There is always an active owner left. */
@ApplicationScoped
public class ChangeAccount {

    private final Accounts accounts;
    private final AccessPublication publication;

    ChangeAccount(Accounts accounts, AccessPublication publication) {
        this.accounts = accounts;
        this.publication = publication;
    }

    /** {@return the account as it is afterwards, changed in the transaction of the caller} */
    Uni<Account> change(long id, Fields fields, Optional<String> passwordHash, Person caller) {
        if (caller.role() != Role.OWNER && (caller.id() != id || fields.has("role") || fields.has("active"))) {
            throw ProblemException
                    .forbidden("Only an owner changes other people's accounts, roles, or whether they are active.");
        }
        return locked(id, fields).invoke(account -> apply(fields, passwordHash, account))
                .call(account -> account.isActive() && passwordHash.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : endSessions(account))
                .call(publication::publish)
                .call(account -> requireAnOwner(fields.has("role") ? "role" : "active"));
    }

    /** Deletes an account in the transaction of the caller. */
    Uni<Void> delete(long id) {
        return accounts.requireLockedWithOwners(id)
                .invoke(Account::delete)
                .call(this::endSessions)
                .call(account -> session()
                        .chain(session -> session.createNativeQuery("delete from membership where account_id = ?1")
                                .setParameter(1, account.id())
                                .executeUpdate()))
                .call(publication::publish)
                .chain(() -> requireAnOwner("id"));
    }

    /** {@return the account, which may do at least as much as the role from now on; in the transaction of the caller} */
    public Uni<Account> raise(long id, Role least) {
        return accounts.requireLocked(id).chain(account -> {
            if (rank(account.role()) >= rank(least)) {
                return Uni.createFrom().item(account);
            }
            account.grant(least);
            return publication.publish(account).replaceWith(account);
        });
    }

    private static int rank(Role role) {
        return switch (role) {
            case ANNOTATOR -> 0;
            case MANAGER -> 1;
            case OWNER -> 2;
        };
    }

    private Uni<Account> locked(long id, Fields fields) {
        return fields.has("role") || fields.has("active")
                ? accounts.requireLockedWithOwners(id)
                : accounts.requireLocked(id);
    }

    private static void apply(Fields sent, Optional<String> passwordHash, Account account) {
        account.describe(Profile.of(sent, account.profile()));
        CreateAccount.role(sent).ifPresent(account::grant);
        sent.flag("active").ifPresent(active -> {
            if (active) {
                account.activate();
            } else {
                account.deactivate();
            }
        });
        passwordHash.ifPresent(account::changePassword);
        if (sent.has("email")
                && !sent.text("email", Profile.LONGEST).orElse("").strip().equalsIgnoreCase(account.email())) {
            throw ProblemException.invalid("email", "An address cannot be changed; make a new account for it.");
        }
    }

    private Uni<Void> requireAnOwner(String field) {
        return accounts.activeOwners().invoke(owners -> {
            if (owners == 0) {
                throw ProblemException.invalid(field, "This is the last active owner; make another one first.");
            }
        }).replaceWithVoid();
    }

    private Uni<Integer> endSessions(Account account) {
        return session().chain(session -> session.createNativeQuery("delete from login_session where account_id = ?1")
                .setParameter(1, account.id())
                .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
