package org.prefstream.task.people;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;
import org.prefstream.kit.messaging.Revisions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What everybody may do, to be published again; for those whose accounts were deleted, that they are gone. */
@ApplicationScoped
class RepublishedAccess implements Republished {

    private final Accounts accounts;
    private final AccessPublication publication;

    RepublishedAccess(Accounts accounts, AccessPublication publication) {
        this.accounts = accounts;
        this.publication = publication;
    }

    @Override
    public Topic topic() {
        return Topic.ACCESS;
    }

    @Override
    public String table() {
        return "account";
    }

    /** An account's sessions and memberships are few. */
    @Override
    public String bytes() {
        return "4000";
    }

    @Override
    public String has() {
        return "not one.deleted";
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return Revisions.lock(accounts, "account", Account::id, ids)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(publication::entry)
                        .collect()
                        .asList());
    }
}
