package org.prefstream.task.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.security.People;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds people where they are owned: a change counts from the moment it is committed. */
@ApplicationScoped
class OwnPeople implements People {

    private static final String BY_HASH = """
            select a.id, a.email, a.first_name, a.last_name, a.role,
                   array(select project_id from membership m where m.account_id = a.id)
            from account a
            where a.active and not a.deleted and a.id = coalesce(
                (select id from account where token_hash = $1 and $1 <> ''),
                (select account_id from login_session where hash = $1 and expires_at > now()))
            """;

    private final Pool pool;

    OwnPeople(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Person>> bySecretHash(String sha256) {
        return pool.preparedQuery(BY_HASH).execute(Tuple.of(sha256)).map(OwnPeople::first);
    }

    private static Optional<Person> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Person(row.getLong(0), row.getString(1), row.getString(2), row.getString(3),
                Role.valueOf(row.getString(4)), Arrays.stream(row.getArrayOfLongs(5)).collect(Collectors.toSet())));
    }
}
