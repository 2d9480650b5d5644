package org.prefstream.task.people;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Session;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Tells the other services what somebody may do now. Call it after a change, in its transaction, with the account stored
 * and locked, or new.
 */
@ApplicationScoped
public class AccessPublication {

    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    AccessPublication(Accounts accounts, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Does work that changes what an account may do, in the transaction of the caller.
     *
     * @return the account; refuses with a 404 if there is none
     */
    public Uni<Account> changing(long accountId, Supplier<Uni<Void>> work) {
        return accounts.requireLocked(accountId).call(() -> work.get()).call(this::publish);
    }

    /** Raises the account's revision and records its state. */
    Uni<Void> publish(Account account) {
        return Revisions.after(account.revision())
                .invoke(account::revise)
                .chain(() -> session().chain(Mutiny.Session::flush))
                .chain(() -> entry(account))
                .chain(outbox::record);
    }

    /** {@return what publishes an account as it is, or that it is gone} */
    Uni<OutboxEntry> entry(Account account) {
        return account.isDeleted() ? Uni.createFrom().item(tombstone(account)) : state(account);
    }

    /** {@return what an account may do, as the topic says it} */
    Uni<AccessRecord> record(Account account) {
        return sessions(account.id())
                .chain(sessions -> projects(account.id()).map(projects -> account.record(sessions, projects)));
    }

    private Uni<OutboxEntry> state(Account account) {
        return record(account).map(record -> OutboxEntry.put(record, account.revision()));
    }

    private static OutboxEntry tombstone(Account account) {
        return OutboxEntry.delete(Topic.ACCESS, Long.toString(account.id()), account.revision(),
                OutboxEntry.NO_PROJECT);
    }

    private Uni<List<Session>> sessions(long accountId) {
        return session().chain(session -> session
                .createSelectionQuery("from LoginSession where accountId = ?1 and expiresAt > ?2 order by expiresAt",
                        LoginSession.class)
                .setParameter(1, accountId)
                .setParameter(2, clock.instant())
                .getResultList()).map(found -> found.stream().map(LoginSession::record).toList());
    }

    private static Uni<List<Long>> projects(long accountId) {
        return session().chain(session -> session
                .createNativeQuery("select project_id from membership where account_id = ?1 order by 1", Long.class)
                .setParameter(1, accountId)
                .getResultList());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
