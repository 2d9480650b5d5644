package org.prefstream.task.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.people.Attempts.Attempt;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Begins and ends the sessions of browsers. */
@ApplicationScoped
public class LogIn {

    private static final String FORGET_OLD = """
            delete from login_session where account_id = ?1 and (expires_at <= now() or hash not in (
                select hash from login_session where account_id = ?1 order by expires_at desc limit ?2))
            """;

    private final Accounts accounts;
    private final AccessPublication publication;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Transactions transactions;
    private final PeopleConfig config;
    private final Clock clock;
    private final Secrets secrets;

    LogIn(Accounts accounts, AccessPublication publication, Passwords passwords, Attempts attempts,
            Transactions transactions, PeopleConfig config, Clock clock, Secrets secrets) {
        this.accounts = accounts;
        this.publication = publication;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** {@return the secret of a new session; empty if email and password do not fit} */
    Uni<Optional<String>> logIn(String email, String password, String clientAddress) {
        Attempt attempt = attempts.begin(email, clientAddress);
        return after(attempt.delay()).chain(() -> transactions.read(() -> accounts.byEmail(email)))
                .chain(account -> passwords
                        .matches(password, account.map(Account::passwordHash).orElse(""), clientAddress)
                        .chain(fits -> fits
                                ? begin(account.orElseThrow()).map(Optional::of)
                                : Uni.createFrom().item(Optional.<String>empty())))
                .invoke(session -> session.ifPresent(secret -> attempts.succeeded(attempt)))
                .onFailure()
                .invoke(() -> attempts.withdraw(attempt));
    }

    /** {@return what comes after that time} */
    static Uni<Void> after(Duration delay) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return delay.isZero() ? now : now.onItem().delayIt().by(delay);
    }

    /** Ends a session; does nothing if there is none. */
    Uni<Void> logOut(String secret) {
        String hash = Hashes.sha256(secret);
        return transactions.write(() -> session().chain(session -> session.find(LoginSession.class, hash))
                .chain(found -> found == null ? Uni.createFrom().voidItem() : end(found)));
    }

    private Uni<Void> end(LoginSession ended) {
        return accounts.requireLocked(ended.accountId())
                .chain(account -> session().chain(session -> session.remove(ended))
                        .chain(() -> publication.publish(account)));
    }

    /** {@return how long a session lasts} */
    public Duration sessionLifetime() {
        return config.sessionLifetime();
    }

    /** {@return the secret of a new session of somebody who has proved who they are} */
    public Uni<String> begin(Account known) {
        String secret = secrets.next();
        Instant now = clock.instant();
        LoginSession begun = new LoginSession(secret, known.id(), now, config.sessionLifetime());
        return transactions.write(() -> accounts.requireLocked(known.id())
                .invoke(account -> account.logIn(now))
                .call(() -> session().chain(session -> session.persist(begun).chain(session::flush)))
                .call(() -> forgetOld(known.id()))
                .chain(publication::publish)).replaceWith(secret);
    }

    private Uni<Integer> forgetOld(long accountId) {
        return session().chain(session -> session.createNativeQuery(FORGET_OLD)
                .setParameter(1, accountId)
                .setParameter(2, config.sessionsPerPerson())
                .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
