package org.prefstream.kit.web;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.Republished;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Serves {@code /internal/present}. It tells a service whose copy of a topic may have missed deletions which keys this service, as the
 * owner, still has. A database that never gave out a key is not the one that the copy was made of, so it says nothing about it:
 * otherwise a service that was started on an empty database would empty all copies. Of ids that it lost by going back to an earlier
 * moment it cannot say that what they named was deleted, so they count as there. It also says which database it is, and whether that has
 * ever gone back (docs/adr/0033-copies-compare-themselves-with-an-owner-that-never-went-back.md).
 */
@ApplicationScoped
class PresentRoute implements InternalRoute {

    private static final int KEYS_MAX = 1_000;
    private static final String QUERY = """
            select asked.key, asked.id > %1$s, case when exists (select from %2$s one where one.id = asked.id)
                then exists (select from %2$s one where one.id = asked.id and %3$s)
                else exists (select from lost_ids lost where lost.sequence = %4$s and asked.id > lost.above and asked.id <= lost.up_to) end
            from unnest(cast($1 as text[]), cast($2 as bigint[])) as asked(key, id)
            """;

    /** It is asked after the keys: a database that has never gone back by then had not when it said which keys it has. */
    private static final String DATABASE = """
            select identity.id, never_went_back(), topic_id, partition, last_offset
            from outbox_identity identity left join relay_position on topic = $1
            """;

    private final Pool pool;
    private final TopicNames names;
    private final Map<String, Republished> sources;

    PresentRoute(Pool pool, TopicNames names, @Any Instance<Republished> sources) {
        this.pool = pool;
        this.names = names;
        this.sources = sources.stream()
                .collect(Collectors.toMap(source -> source.topic().topicName(), Function.identity()));
    }

    record Request(
            @JsonProperty("topic") @Nullable String topic,
            @JsonProperty("keys") @Nullable List<@Nullable String> keys) {
    }

    /** Those of the keys that are there, or that this database has lost; and what {@code OwnerAnswer} reads of the database. */
    record Answer(
            @JsonProperty("keys") List<String> keys,
            @JsonProperty("outbox") UUID outbox,
            @JsonProperty("never_went_back") boolean neverWentBack,
            @JsonProperty("published") Positions published) {
    }

    @Override
    public String path() {
        return "present";
    }

    @Override
    public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
        Request request = read(body);
        List<@Nullable String> keys = request.keys();
        if (request.topic() == null || keys == null || keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw ProblemException.invalid("keys",
                    "the question must name a topic and 1 to %d keys".formatted(KEYS_MAX));
        }
        Republished source = sources.get(request.topic());
        return source == null ? Uni.createFrom().nullItem() : present(source, keys);
    }

    private Uni<Answer> present(Republished source, List<@Nullable String> keys) {
        Long[] ids = keys.stream().map(key -> id(source, key)).toArray(Long[]::new);
        return pool
                .preparedQuery(QUERY.formatted(source.highestGiven(), source.table(), source.has(), source.sequence()))
                .execute(Tuple.of(keys.toArray(String[]::new), ids))
                .map(PresentRoute::there)
                .chain(there -> pool.preparedQuery(DATABASE)
                        .execute(Tuple.of(names.onBroker(source.topic())))
                        .map(rows -> answer(there, names.onBroker(source.topic()), rows)));
    }

    private static List<String> there(RowSet<Row> rows) {
        List<String> there = new ArrayList<>();
        for (Row row : rows) {
            if (row.getBoolean(1)) {
                throw new ProblemException(ProblemType.LAGGING,
                        "this service's database never gave out %s, so it may be another one than the copy was made of"
                                .formatted(row.getString(0)));
            }
            if (row.getBoolean(2)) {
                there.add(row.getString(0));
            }
        }
        return there;
    }

    private static Answer answer(List<String> there, String topic, RowSet<Row> database) {
        Positions.Gathering published = new Positions.Gathering();
        for (Row row : database) {
            if (row.getValue(2) != null) {
                published.add(Positions.key(topic, row.getString(2)), row.getInteger(3), row.getLong(4));
            }
        }
        Row identity = database.iterator().next();
        return new Answer(there, identity.getUUID(0), identity.getBoolean(1), published.positions());
    }

    private static Request read(String body) {
        try {
            return Objects.requireNonNullElse(Json.read(body, Request.class), new Request(null, null));
        } catch (UncheckedIOException e) {
            throw ProblemException.invalid("body", "the question is a JSON object");
        }
    }

    private static Long id(Republished source, @Nullable String key) {
        String id = key == null ? "" : source.rowId(key);
        if (!PlainIds.isId(id)) {
            throw ProblemException.invalid("keys", "there is no such key of " + source.topic().word());
        }
        return Long.valueOf(id);
    }
}
