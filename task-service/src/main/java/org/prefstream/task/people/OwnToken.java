package org.prefstream.task.people;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Shows, renews and revokes somebody's API token. */
@ApplicationScoped
class OwnToken {

    private final Accounts accounts;
    private final AccessPublication publication;
    private final Tokens tokens;
    private final Transactions transactions;

    OwnToken(Accounts accounts, AccessPublication publication, Tokens tokens, Transactions transactions) {
        this.accounts = accounts;
        this.publication = publication;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** {@return the present token; refuses with a 404 if it was revoked} */
    Uni<String> show(long accountId) {
        return transactions.read(() -> accounts.require(accountId)).chain(account -> {
            if (!account.hasToken()) {
                throw ProblemException.notFound("You have no API token. POST /api/current-user/reset-token makes one.");
            }
            String token = tokens.of(account);
            return account.accepts(token) ? Uni.createFrom().item(token) : renew(accountId);
        });
    }

    /** {@return a new token; from now on the one before is worthless} */
    Uni<String> renew(long accountId) {
        return transactions.write(() -> accounts.requireLocked(accountId)
                .invoke(tokens::renew)
                .call(publication::publish)
                .map(tokens::of));
    }

    /** Makes the present token worthless and leaves none. */
    Uni<Void> revoke(long accountId) {
        return transactions.write(
                () -> accounts.requireLocked(accountId).invoke(Account::revokeToken).chain(publication::publish));
    }
}
