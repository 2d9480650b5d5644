package org.prefstream.task.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Everybody who has or had an account. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, Long> {

    /** {@return the account; refuses with a 404 if there is none or it was deleted} */
    Uni<Account> require(long id) {
        return find("id = ?1 and not deleted", id).firstResult().onItem().ifNull().failWith(Accounts::unknown);
    }

    /** {@return the account, locked until the transaction ends: its revision may be raised} */
    Uni<Account> requireLocked(long id) {
        return find("id = ?1 and not deleted", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Accounts::unknown);
    }

    /**
     * {@return the account, locked until the transaction ends together with all active owners, in the order of their ids. So
     * nobody else decides at the same time who is an owner}
     */
    Uni<Account> requireLockedWithOwners(long id) {
        return find("(id = ?1 or role = ?2 and active) and not deleted order by id", id, Role.OWNER)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(locked -> locked.stream()
                        .filter(account -> account.id() == id)
                        .findFirst()
                        .orElseThrow(Accounts::unknown));
    }

    Uni<Optional<Account>> byEmail(String email) {
        return find("lower(email) = lower(?1) and not deleted", email.strip()).firstResult().map(Optional::ofNullable);
    }

    Uni<List<Account>> all() {
        return list("not deleted order by id");
    }

    Uni<Long> activeOwners() {
        return count("role = ?1 and active and not deleted", Role.OWNER);
    }

    /** {@return the accounts of those ids, deleted ones too, by id} */
    public Uni<Map<Long, Account>> named(Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : list("id in ?1", ids)
                        .map(found -> found.stream().collect(Collectors.toMap(Account::id, Function.identity())));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No User matches the given query.");
    }
}
