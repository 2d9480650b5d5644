package org.prefstream.kit.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.InvalidRecord;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** This service's copy of who may do what. People change rarely, so they are stored one by one. */
@ApplicationScoped
public class AccessCopy implements Projection<AccessRecord> {

    private static final String UPSERT = """
            insert into access_copy (user_id, revision, deleted, email, first_name, last_name, role, active, project_ids)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as bigint[]))
            on conflict (user_id) do update set revision = excluded.revision, deleted = excluded.deleted,
                email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
                role = excluded.role, active = excluded.active, project_ids = excluded.project_ids
            where excluded.revision > access_copy.revision
            """;
    private static final String FORGET_SECRETS = "delete from access_secret where user_id = ?1";
    private static final String REMEMBER_SECRETS = """
            insert into access_secret (hash, user_id, kind, expires_at)
            select s.hash, ?1, s.kind, s.expires_at
            from json_to_recordset(cast(cast(?2 as text) as json)) as s(hash text, kind text, expires_at timestamptz)
            on conflict (hash) do nothing
            """;

    private static final String REVISION = "select revision from access_copy where user_id = $1";

    private final Projector projector;
    private final RecentPeople recent;
    private final Pool pool;
    private final Instance<AccessListener> listeners;

    AccessCopy(Projector projector, RecentPeople recent, Pool pool, @Any Instance<AccessListener> listeners) {
        this.projector = projector;
        this.recent = recent;
        this.pool = pool;
        this.listeners = listeners;
    }

    /** Applies what was polled, and lets the next requests see it. */
    public Uni<Void> follow(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    /** Applies what the owner of a person has answered, and lets the next requests see it. It does nothing where that is known. */
    Uni<Void> take(Change<AccessRecord> owned) {
        return revision(owned.id()).chain(
                present -> present >= owned.revision() ? Uni.createFrom().voidItem() : projector.apply(this, owned));
    }

    private Uni<Long> revision(long userId) {
        return pool.preparedQuery(REVISION)
                .execute(Tuple.of(userId))
                .map(rows -> rows.size() == 0 ? -1 : rows.iterator().next().getLong(0));
    }

    @Override
    public Topic topic() {
        return Topic.ACCESS;
    }

    @Override
    public HeldKeys held() {
        return HeldKeys.ofNumbers("access_copy", "user_id");
    }

    @Override
    public void committed(List<Change<AccessRecord>> changes) {
        recent.forget();
    }

    @Override
    public Uni<Void> apply(List<Change<AccessRecord>> changes) {
        return Panache.getSession()
                .chain(session -> Multi.createFrom()
                        .iterable(changes)
                        .onItem()
                        .transformToUniAndConcatenate(change -> apply(session, change))
                        .collect()
                        .asList())
                .chain(applied -> tell(applied.stream().flatMap(Optional::stream).toList()));
    }

    /** {@return the person's id if the copy has changed} */
    private static Uni<Optional<Long>> apply(Mutiny.Session session, Change<AccessRecord> change) {
        return upsert(session, change).chain(updated -> updated == 0
                ? Uni.createFrom().item(Optional.empty())
                : replaceSecrets(session, change.id(), change.state()).replaceWith(Optional.of(change.id())));
    }

    private Uni<Void> tell(List<Long> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(listeners)
                        .onItem()
                        .transformToUniAndConcatenate(listener -> listener.accessChanged(changed))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private static Uni<Integer> upsert(Mutiny.Session session, Change<AccessRecord> change) {
        AccessRecord state = change.state();
        if (state != null && (state.role() == null || state.tokenHash() == null)) {
            throw new InvalidRecord("a person needs a role and a token_hash");
        }
        return session.createNativeQuery(UPSERT)
                .setParameter(1, change.id())
                .setParameter(2, change.revision())
                .setParameter(3, change.isDeleted())
                .setParameter(4, state == null ? "" : state.email())
                .setParameter(5, state == null ? "" : state.firstName())
                .setParameter(6, state == null ? "" : state.lastName())
                .setParameter(7, state == null ? "" : state.role().name())
                .setParameter(8, state != null && state.active())
                .setParameter(9, state == null ? new Long[0] : state.projectIds().toArray(Long[]::new))
                .executeUpdate();
    }

    private static Uni<Void> replaceSecrets(Mutiny.Session session, long userId, @Nullable AccessRecord state) {
        return session.createNativeQuery(FORGET_SECRETS)
                .setParameter(1, userId)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(REMEMBER_SECRETS)
                        .setParameter(1, userId)
                        .setParameter(2, Json.write(secrets(state)))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static List<Secret> secrets(@Nullable AccessRecord state) {
        List<Secret> secrets = new ArrayList<>();
        if (state != null) {
            if (!state.tokenHash().isEmpty()) {
                secrets.add(new Secret(state.tokenHash(), "token", null));
            }
            state.sessions()
                    .forEach(session -> secrets.add(new Secret(session.hash(), "session", session.expiresAt())));
        }
        return secrets;
    }

    private record Secret(String hash, String kind, @JsonProperty("expires_at") @Nullable Instant expiresAt) {
    }
}
