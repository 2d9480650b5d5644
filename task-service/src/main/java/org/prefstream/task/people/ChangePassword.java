package org.prefstream.task.people;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.people.Attempts.Attempt;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Changes somebody's own password. It asks for the present one, so that whoever finds a browser or a token of theirs cannot shut them
 * out. An attempt counts like one to log in: both guess the same password.
 */
@ApplicationScoped
class ChangePassword {

    private static final String PRESENT = "current_password";
    private static final String NEXT = "password";
    private static final int LONGEST = 1_000;

    private final Accounts accounts;
    private final AccessPublication publication;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Transactions transactions;

    ChangePassword(Accounts accounts, AccessPublication publication, Passwords passwords, Attempts attempts,
            Transactions transactions) {
        this.accounts = accounts;
        this.publication = publication;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /** The present password and the one to come. */
    private record Wanted(String present, String next) {

        static Wanted of(Fields sent) {
            Wanted wanted = new Wanted(required(sent, PRESENT), required(sent, NEXT));
            Passwords.requireUsable(wanted.next);
            if (wanted.next.equals(wanted.present)) {
                throw ProblemException.invalid(NEXT, "must differ from the present password");
            }
            return wanted;
        }

        private static String required(Fields sent, String name) {
            return sent.text(name, LONGEST)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> ProblemException.invalid(name, "This field is required."));
        }
    }

    /**
     * Changes the password and ends all sessions but that of the request. It refuses with a 400 if the present password is another
     * one or the new one is too weak, and with a 429 if the attempt would have to wait for too long.
     *
     * @param session the secret of the browser that asks; null if none does
     */
    Uni<Void> change(long id, Fields sent, String clientAddress, @Nullable String session) {
        Wanted wanted = Wanted.of(sent);
        return transactions.read(() -> accounts.require(id))
                .chain(account -> proved(account, wanted.present, clientAddress))
                .chain(account -> passwords.hash(wanted.next).chain(hash -> store(account, hash, session)));
    }

    private Uni<Account> proved(Account account, String present, String clientAddress) {
        Attempt attempt = attempts.begin(account.email(), clientAddress);
        return LogIn.after(attempt.delay())
                .chain(() -> passwords.matches(present, account.passwordHash(), clientAddress))
                .onFailure()
                .invoke(() -> attempts.withdraw(attempt))
                .map(fits -> {
                    if (!fits) {
                        throw ProblemException.invalid(PRESENT, "This is not your present password.");
                    }
                    attempts.succeeded(attempt);
                    return account;
                });
    }

    private Uni<Void> store(Account proved, String hash, @Nullable String session) {
        String kept = Optional.ofNullable(session).map(Hashes::sha256).orElse("");
        return transactions.write(() -> accounts.requireLocked(proved.id())
                .invoke(account -> replace(account, proved.passwordHash(), hash))
                .call(account -> endSessions(account, kept))
                .chain(publication::publish));
    }

    /** Only in place of the password that was proved: an owner may have given another one meanwhile, or shut the person out. */
    private static void replace(Account account, String provedHash, String hash) {
        if (!account.passwordHash().equals(provedHash)) {
            throw new ProblemException(ProblemType.OVERTAKEN,
                    "Your password was changed meanwhile. Log in with the new one and try again.");
        }
        account.changePassword(hash);
    }

    private static Uni<Integer> endSessions(Account account, String kept) {
        Uni<Mutiny.Session> present = Panache.getSession();
        return present.chain(
                session -> session.createNativeQuery("delete from login_session where account_id = ?1 and hash <> ?2")
                        .setParameter(1, account.id())
                        .setParameter(2, kept)
                        .executeUpdate());
    }
}
