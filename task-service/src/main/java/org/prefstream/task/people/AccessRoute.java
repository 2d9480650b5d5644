package org.prefstream.task.people;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Tells another service whose token or session a hash is, where its copy does not know yet. */
@ApplicationScoped
class AccessRoute implements InternalRoute {

    private static final String HOLDER = """
            deleted = false and (tokenHash = ?1 and ?1 <> ''
                or id in (select accountId from LoginSession where hash = ?1))
            """;

    private final Accounts accounts;
    private final AccessPublication publication;
    private final Transactions transactions;

    AccessRoute(Accounts accounts, AccessPublication publication, Transactions transactions) {
        this.accounts = accounts;
        this.publication = publication;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "access/:hash";
    }

    @Override
    public Uni<@Nullable VersionedState> answer(Map<String, String> parameters, String body) {
        String hash = parameters.getOrDefault("hash", "");
        return transactions.read(() -> accounts.find(HOLDER, hash)
                .firstResult()
                .chain(found -> found == null ? Uni.createFrom().nullItem() : owned(found)));
    }

    private Uni<VersionedState> owned(Account account) {
        return publication.record(account).map(record -> VersionedState.of(account.revision(), record));
    }
}
