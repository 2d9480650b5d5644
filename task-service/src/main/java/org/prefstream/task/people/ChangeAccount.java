package org.prefstream.task.people;

import java.util.Optional;
import java.util.Set;

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
class ChangeAccount {

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
        return accounts.requireLocked(id)
                .invoke(account -> apply(fields, passwordHash, account))
                .call(account -> account.active && passwordHash.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : endSessions(account))
                .call(publication::publish)
                .call(this::requireAnOwner);
    }

    /** Deletes an account in the transaction of the caller. */
    Uni<Void> delete(long id) {
        return accounts.requireLocked(id)
                .invoke(Account::delete)
                .call(this::endSessions)
                .call(account -> session()
                        .chain(session -> session.createNativeQuery("delete from membership where account_id = ?1")
                                .setParameter(1, account.id())
                                .executeUpdate()))
                .call(publication::publish)
                .chain(this::requireAnOwner);
    }

    private static void apply(Fields fields, Optional<String> passwordHash, Account account) {
        int longest = CreateAccount.NAME_LONGEST;
        fields.text("first_name", longest).ifPresent(name -> account.firstName = name);
        fields.text("last_name", longest).ifPresent(name -> account.lastName = name);
        fields.text("username", longest).ifPresent(name -> account.username = name);
        fields.text("phone", longest).ifPresent(phone -> account.phone = phone);
        fields.choice("role", Set.copyOf(CreateAccount.ROLES.keySet()))
                .map(CreateAccount.ROLES::get)
                .ifPresent(role -> account.role = role);
        fields.flag("active").ifPresent(active -> account.active = active);
        passwordHash.ifPresent(hash -> account.passwordHash = hash);
        if (fields.has("email") && !fields.text("email", longest).orElse("").strip().equalsIgnoreCase(account.email)) {
            throw ProblemException.invalid("email", "An address cannot be changed; make a new account for it.");
        }
    }

    private Uni<Void> requireAnOwner(Account changed) {
        return accounts.activeOwners().invoke(owners -> {
            if (owners == 0) {
                throw ProblemException.invalid("role", "This is the last active owner; make another one first.");
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
